import Testing

@testable import RehearseCore

/// The vectors are those of RFC 8785.
@Suite struct CanonicalJSONTests {
  private func canonical(_ text: String) throws -> String {
    CanonicalJSON.text(of: try JSONReader.read(Array(text.utf8)))
  }

  /// Section 3.2.2 and 3.2.4: the sample, and its bytes.
  @Test func theSample() throws {
    let source = #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    #expect(
      try canonical(source)
        == #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}")
  }

  /// Section 3.2.3.
  @Test func namesAreSortedByUTF16() throws {
    let source = #"""
      {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
       "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
       "\u00f6": "Latin Small Letter O With Diaeresis"}
      """#
    let values = [
      "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
      "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
    ]
    let text = try canonical(source)
    let places = values.map { text.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  /// Appendix B: the bits of a double, and how it is written.
  @Test(
    arguments: [
      (0x0000_0000_0000_0000, "0"),
      (0x8000_0000_0000_0000, "0"),
      (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"),
      (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
      (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
      (0x4340_0000_0000_0000, "9007199254740992"),
      (0xc340_0000_0000_0000, "-9007199254740992"),
      (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
      (0x44b5_2d02_c7e1_4af6, "1e+23"),
      (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
      (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
      (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
      (0x444b_1ae4_d6e2_ef50, "1e+21"),
      (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
      (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
      (0x41b3_de43_5555_5553, "333333333.3333332"),
      (0x41b3_de43_5555_5554, "333333333.33333325"),
      (0x41b3_de43_5555_5555, "333333333.3333333"),
      (0x41b3_de43_5555_5556, "333333333.3333334"),
      (0x41b3_de43_5555_5557, "333333333.33333343"),
      (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
      (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func numbers(bits: UInt64, text: String) {
    let value = Double(bitPattern: bits)
    #expect(CanonicalJSON.number(value) == text)
    #expect(Double(text) == value)
  }

  @Test(arguments: [
    #"{"a":1,"a":2}"#, "[1,]", "{\"a\":1,}", "01", "1.", ".5", "+1", "NaN", "1e400", #""\ud800""#,
    #""\udc00\ud800""#, "\"\u{1}\"", "[1] 2", "", "tru", "\"open", "{\"a\"}", "[1 2]",
    #""\x41""#, String(repeating: "[", count: 70) + String(repeating: "]", count: 70),
  ])
  func whatIsNoJSONIsRefused(text: String) {
    #expect(throws: JSONReader.Failure.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test func whatIsReadComesBack() throws {
    let text = #"{"a":[true,null,{"b":"\u001f\"😀"}],"é":-12.5}"#
    #expect(try canonical(text) == text)
    #expect(throws: JSONReader.Failure.notUTF8) { try JSONReader.read([0x22, 0xFF, 0x22]) }
    #expect(throws: JSONReader.Failure.tooLarge(bytes: 3)) {
      try JSONReader.read(Array("[1]".utf8), maximumBytes: 2)
    }
  }

  /// RFC 4648, section 10, without the padding.
  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
    ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
  ])
  func base64URL(plain: String, text: String) {
    #expect(Base64URL.text(of: Array(plain.utf8)) == text)
    #expect(Base64URL.bytes(of: text) == Array(plain.utf8))
  }

  @Test(arguments: ["Z", "Zh", "Zm9", "Zg==", "Zm 8", "Zm+v"])
  func onlyOneSpellingIsRead(text: String) {
    #expect(Base64URL.bytes(of: text) == nil)
  }
}

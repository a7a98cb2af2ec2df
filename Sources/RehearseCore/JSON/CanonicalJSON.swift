/// The JSON Canonicalization Scheme, RFC 8785: one spelling for each value, so that it can be signed.
package enum CanonicalJSON {
  /// The bytes to hash or sign.
  package static func bytes(of value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    write(value, to: &out)
    return out
  }

  package static func text(of value: JSONValue) -> String {
    String(decoding: bytes(of: value), as: UTF8.self)
  }

  private static func write(_ value: JSONValue, to out: inout [UInt8]) {
    switch value {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .number(let number): out += self.number(number).utf8
    case .string(let text): write(text, to: &out)
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        write(item, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, name) in members.keys.sorted(by: precedes).enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        write(name, to: &out)
        out.append(UInt8(ascii: ":"))
        write(members[name] ?? .null, to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// The order of names: by UTF-16 code units (section 3.2.3), in which a picture character comes
  /// before some that are single units.
  static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf16.lexicographicallyPrecedes(b.utf16)
  }

  /// Section 3.2.2.2.
  private static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case 0x08: out += "\\b".utf8
      case 0x09: out += "\\t".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0C: out += "\\f".utf8
      case 0x0D: out += "\\r".utf8
      case UInt8(ascii: "\""): out += "\\\"".utf8
      case UInt8(ascii: "\\"): out += "\\\\".utf8
      case 0..<0x20:
        out += "\\u00".utf8
        out.append(contentsOf: [byte >> 4, byte & 15].map(hexadecimalDigit))
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Section 3.2.2.3: as ECMAScript's `Number::toString` writes it. The digits are the fewest that
  /// give the same double back, which is what Swift's own description has; only their layout differs.
  static func number(_ value: Double) -> String {
    if value == 0 { return "0" }
    let parts = "\(value.magnitude)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    var digits = String(mantissa[0])
    var exponent = (parts.count == 2 ? Int(parts[1]) ?? 0 : 0) + digits.count
    if mantissa.count == 2, mantissa[1] != "0" { digits += mantissa[1] }
    let zeros = digits.prefix { $0 == "0" }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == "0" { digits.removeLast() }
    let sign = value < 0 ? "-" : ""
    let count = digits.count
    // The value is 0.DIGITS times ten to the power of `exponent`.
    switch exponent {
    case count...21 where count <= exponent:
      return sign + digits + String(repeating: "0", count: exponent - count)
    case 1...21:
      return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
    case -5...0:
      return sign + "0." + String(repeating: "0", count: -exponent) + digits
    default:
      let power = exponent - 1
      let tail = digits.dropFirst()
      return sign + digits.prefix(1) + (tail.isEmpty ? "" : "." + tail) + "e"
        + (power < 0 ? "-" : "+") + "\(power.magnitude)"
    }
  }
}

import RehearseCore
import Testing

@Suite struct ColourTests {
  @Test func textAndBack() {
    #expect(Colour("#1A4d6e")?.text == "#1a4d6e")
    #expect(Colour("#000001")?.text == "#000001")
    for text in ["", "1a4d6e", "#1a4d6", "#1a4d6e0", "#1a4d6g", "#+a4d6e", "blue", "#١٢٣٤٥٦"] {
      #expect(Colour(text) == nil, "\(text)")
    }
  }

  /// Values that WCAG's own tools give.
  @Test(arguments: [
    ("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#0000ff", 8.59),
    ("#ff0000", 4.0), ("#008000", 5.14),
  ])
  func contrastOnWhite(_ text: String, _ expected: Double) throws {
    let colour = try #require(Colour(text))
    #expect((colour.contrast(to: .white) - expected).magnitude < 0.005)
    #expect(Colour.white.contrast(to: colour) == colour.contrast(to: .white))
    #expect(colour.isReadableOnWhite == (expected >= 4.5))
  }
}

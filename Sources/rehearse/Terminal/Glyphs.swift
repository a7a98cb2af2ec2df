/// The signs around the text. The plain set is ASCII, for terminals, printers and screen readers that
/// do better without drawing characters.
struct Glyphs: Equatable, Sendable {
  var bullet: String
  var quote: String
  var rule: String
  var doubleRule: String
  var columnRule: String
  var columnCrossing: String
  var barFilled: String
  var barEmpty: String
  /// Stands between the parts of a line such as a prompt.
  var separator: String
  /// Begins the continuation of a line of code that is longer than the screen is wide.
  var continuation: String
  var ellipsis: String
  var minus: String
  var right: String
  var wrong: String
  var arrow: String
  /// Marks the best line of a scenario.
  var star: String

  static let unicode = Glyphs(
    bullet: "•", quote: "│", rule: "─", doubleRule: "═", columnRule: "│", columnCrossing: "┼",
    barFilled: "█", barEmpty: "░", separator: "·", continuation: "↪", ellipsis: "…", minus: "−",
    right: "✓", wrong: "✗", arrow: "→", star: "★")

  static let ascii = Glyphs(
    bullet: "*", quote: ">", rule: "-", doubleRule: "=", columnRule: "|", columnCrossing: "+",
    barFilled: "#", barEmpty: ".", separator: "-", continuation: "\\", ellipsis: "...", minus: "-",
    right: "ok", wrong: "no", arrow: "->", star: ">")
}

/// Text with roles, and nothing that could drive the terminal: every run is cleaned as it comes in.
/// This is the only way onto a console.
struct StyledText: Equatable, Sendable {
  struct Run: Equatable, Sendable {
    fileprivate(set) var text: String
    let role: Theme.Role?
  }

  /// Never empty runs, never two in a row of the same role.
  private(set) var runs: [Run] = []

  init() {}

  init(_ text: some StringProtocol, _ role: Theme.Role? = nil) { append(text, role) }

  mutating func append(_ text: some StringProtocol, _ role: Theme.Role? = nil) {
    appendClean(text.printable, role)
  }

  mutating func append(_ other: StyledText) {
    for run in other.runs { appendClean(run.text, run.role) }
  }

  private mutating func appendClean(_ text: String, _ role: Theme.Role?) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.role == role {
      runs[runs.count - 1].text.append(text)
    } else {
      runs.append(Run(text: text, role: role))
    }
  }

  /// The words alone.
  var string: String { runs.map(\.text).joined() }
  var isEmpty: Bool { runs.isEmpty }
  /// In columns, of a text of one line.
  var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    result.append(right)
    return result
  }

  static func += (left: inout StyledText, right: StyledText) { left.append(right) }

  /// `text` again and again, `count` times.
  static func repeating(_ text: String, count: Int, _ role: Theme.Role? = nil) -> StyledText {
    StyledText(String(repeating: text, count: max(0, count)), role)
  }

  static func blanks(_ count: Int) -> StyledText { repeating(" ", count: count) }

  var droppingTrailingBlanks: StyledText {
    var result = self
    while let last = result.runs.popLast() {
      var text = last.text
      while let end = text.last, end == " " || end == "\t" { text.removeLast() }
      guard text.isEmpty else {
        result.appendClean(text, last.role)
        break
      }
    }
    return result
  }

  /// At most `columns` wide, with an ellipsis where something was left out.
  func shortened(to columns: Int, _ glyphs: Glyphs) -> StyledText {
    guard width > columns else { return self }
    let ellipsis = StyledText(glyphs.ellipsis)
    guard columns > ellipsis.width else { return cut(to: columns).first ?? StyledText() }
    let kept = cut(to: columns - ellipsis.width).first ?? StyledText()
    return kept + ellipsis
  }

  /// At least `columns` wide, the text at the side that `alignment` says.
  func padded(to columns: Int, trailing: Bool = false) -> StyledText {
    let blanks = StyledText.blanks(columns - width)
    return trailing ? blanks + self : self + blanks
  }
}

/// `"\(points, .strong) points for \(name)"`: parts may have a role, or be styled text themselves.
extension StyledText: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self.init(value) }

  init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = StyledText()

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { text.append(literal) }

    mutating func appendInterpolation(_ styled: StyledText) { text.append(styled) }

    mutating func appendInterpolation(
      _ value: some CustomStringConvertible, _ role: Theme.Role? = nil
    ) {
      text.append(value.description, role)
    }
  }
}

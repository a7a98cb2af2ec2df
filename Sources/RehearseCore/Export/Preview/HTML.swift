/// Markup that is well-formed, also as XML. Literals are the program's own and stand as they are; what
/// is put into one as a `String` is escaped, and only other markup is not.
struct HTML: Equatable, Sendable, ExpressibleByStringInterpolation {
  private(set) var text: String

  init(stringLiteral text: String) { self.text = text }
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
  init() { text = "" }

  /// Words of an author's, with their line breaks.
  init(preformatted words: String) { text = HTMLText.escaped(words, keepsLines: true) }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ words: String) { text += HTMLText.escaped(words) }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
    mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }
  }

  var isEmpty: Bool { text.isEmpty }

  static func + (a: HTML, b: HTML) -> HTML {
    var sum = a
    sum += b
    return sum
  }

  static func += (a: inout HTML, b: HTML) { a.text += b.text }

  /// Markup that was checked elsewhere.
  static func checked(_ markup: String) -> HTML {
    var html = HTML()
    html.text = markup
    return html
  }
}

extension [HTML] {
  func joined(separator: HTML = "") -> HTML {
    var all = HTML()
    for (index, part) in enumerated() {
      if index > 0 { all += separator }
      all += part
    }
    return all
  }
}

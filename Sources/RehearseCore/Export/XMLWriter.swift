/// Well-formed XML with an indentation for each element. Text and attributes are escaped.
struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  private func opening(_ name: String, _ attributes: KeyValuePairs<String, String?>) -> String {
    name
      + attributes.map { key, value in
        value.map { " \(key)=\"\(HTMLText.escaped($0))\"" } ?? ""
      }.joined()
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  /// An element with others in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ content: (inout XMLWriter) -> Void
  ) {
    text += "\(indent)<\(opening(name, attributes))>\n"
    depth += 1
    content(&self)
    depth -= 1
    text += "\(indent)</\(name)>\n"
  }

  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    text += "\(indent)<\(opening(name, attributes))/>\n"
  }

  /// An element with markup in it that is well-formed already.
  mutating func markup(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ markup: String
  ) {
    text += "\(indent)<\(opening(name, attributes))>\(markup)</\(name)>\n"
  }

  mutating func markup(_ name: String, _ markup: String) { self.markup(name, [:], markup) }

  mutating func value(_ name: String, _ value: String) { self.value(name, [:], value) }

  mutating func value(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ value: String
  ) {
    markup(name, attributes, HTMLText.escaped(value))
  }

  mutating func raw(_ markup: String) { text += "\(indent)\(markup)\n" }
}

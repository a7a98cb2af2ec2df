/// An element of XML or HTML as far as questions need it: names and attributes as they were written,
/// text with its entities resolved.
package struct MarkupElement: Sendable {
  package var name: String
  package var attributes: [String: String]
  package var children: [MarkupNode] = []
  /// The line of its first tag, from 1.
  package var line: Int

  package init(name: String, attributes: [String: String] = [:], line: Int) {
    self.name = name
    self.attributes = attributes
    self.line = line
  }
}

package enum MarkupNode: Sendable {
  case element(MarkupElement)
  case text(String)
}

extension MarkupElement {
  /// The name without a prefix, in the form that QTI 2 and QTI 3 have in common: `choiceinteraction`
  /// for `choiceInteraction` and `qti-choice-interaction`.
  var kind: String {
    var name = self.name[...]
    if let colon = name.lastIndex(of: ":") { name = name[name.index(after: colon)...] }
    return Self.plain(name.hasPrefix("qti-") ? name.dropFirst(4) : name)
  }

  private static func plain(_ name: Substring) -> String { name.lowercased().filter { $0 != "-" } }

  /// The attribute by its plain name: `responseidentifier`.
  subscript(_ name: String) -> String? {
    if let value = attributes[name] { return value }
    return attributes.first { Self.plain($0.key[...]) == name }?.value
  }

  var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  func first(_ kind: String) -> MarkupElement? { elements.first { $0.kind == kind } }

  func all(_ kind: String) -> [MarkupElement] { elements.filter { $0.kind == kind } }

  /// All elements below this one, in the order of the text.
  var descendants: [MarkupElement] { elements.flatMap { [$0] + $0.descendants } }

  /// All text, blanks at the ends left out.
  var text: String {
    func text(_ nodes: [MarkupNode]) -> String {
      nodes.map { node in
        switch node {
        case .text(let text): text
        case .element(let element): text(element.children)
        }
      }.joined()
    }
    return Words.trim(text(children))
  }
}

extension Certification {
  /// Its own words as plain text, a line a paragraph; where it has none, what it asks for.
  package var summary: String {
    let paragraphs = text.compactMap { block -> String? in
      guard case .paragraph(let inlines) = block.kind else { return nil }
      let words = Words.trim(inlines.plainText)
      return words.isEmpty ? nil : words
    }
    guard paragraphs.isEmpty else { return paragraphs.joined(separator: "\n") }
    return requirements.map(\.inWords).joined(separator: "; ")
  }
}

extension Certification.Requirement {
  fileprivate var inWords: String {
    switch self {
    case .unit: words
    case .any(_, let inner, _): words + ": " + inner.map(\.inWords).joined(separator: " or ")
    }
  }
}

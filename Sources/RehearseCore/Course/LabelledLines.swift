/// A paragraph whose lines may begin with a label and a colon: `Ask: …`, `Hint: …`, `Answer: …`.
/// A line without a label goes on the one before it.
struct LabelledLines {
  /// What stands before the first label.
  private(set) var before: [Inline] = []
  private(set) var labelled: [(label: String, text: [Inline], range: SourceRange)] = []

  init(_ inlines: [Inline], labels: [String]) {
    for line in inlines.lines {
      let line = line.trimmed
      guard let first = line.first else { continue }
      if case .text(let text) = first.kind, let (label, length) = Self.label(text, labels) {
        var rest = line
        rest[0].kind = .text(Words.trim(String(text.dropFirst(length))))
        if case .text("") = rest[0].kind { rest.removeFirst() }
        let end = line.last?.range.end ?? first.range.end
        labelled.append((label, rest.trimmed, SourceRange(first.range.start, end)))
      } else if labelled.isEmpty {
        if let last = before.last { before.append(Inline(.softBreak, range: last.range)) }
        before += line
      } else {
        let space = Inline(.softBreak, range: first.range)
        labelled[labelled.count - 1].text += [space] + line
      }
    }
  }

  private static func label(_ text: String, _ labels: [String]) -> (String, Int)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let word = Words.trim(String(text[..<colon])).lowercased()
    guard let label = labels.first(where: { $0.lowercased() == word }) else { return nil }
    return (label, text.distance(from: text.startIndex, to: colon) + 1)
  }
}

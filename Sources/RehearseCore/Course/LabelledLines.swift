/// A paragraph whose lines may begin with a label and a colon: `Ask: …`, `Hint: …`, `Answer: …`.
/// A line without a label goes on the one before it.
struct LabelledLines {
  typealias Line = (label: String, text: [Inline], range: SourceRange)

  /// What stands before the first label.
  private(set) var before: [Inline] = []
  private(set) var labelled: [Line] = []
  /// Labels that are misspelt or have no colon, as they stand; they are taken for what they were
  /// meant to be.
  private(set) var slips: [(found: String, label: String, range: SourceRange)] = []
  /// A line that begins with a label's word and may be a sentence: `Answer the telephone`.
  private(set) var doubtful: Line?

  init(_ inlines: [Inline], labels: [String]) {
    for line in inlines.lines {
      let line = line.trimmed
      guard let first = line.first else { continue }
      let end = line.last?.range.end ?? first.range.end
      let range = SourceRange(first.range.start, end)
      if case .text(let text) = first.kind, let (label, length) = Self.label(text, labels) {
        labelled.append((label, Self.without(length, line), range))
      } else if case .text(let text) = first.kind, let slip = Self.slip(text, labels) {
        slips.append((slip.found, slip.label, range))
        labelled.append((slip.label, Self.without(slip.length, line), range))
      } else if labelled.isEmpty {
        if case .text(let text) = first.kind,
          let label = labels.first(where: { text.hasPrefix($0 + " ") })
        {
          doubtful = doubtful ?? (label, Self.without(label.count, line), range)
        }
        if let last = before.last { before.append(Inline(.softBreak, range: last.range)) }
        before += line
      } else {
        let space = Inline(.softBreak, range: first.range)
        labelled[labelled.count - 1].text += [space] + line
      }
    }
  }

  func reportSlips(_ context: inout ReadingContext) {
    for slip in slips {
      context.report(.unknownLabel(slip.found, nearest: slip.label + ":"), at: slip.range)
    }
  }

  /// A line behind its label.
  private static func without(_ length: Int, _ line: [Inline]) -> [Inline] {
    guard case .text(let text)? = line.first?.kind else { return line }
    var rest = line
    rest[0].kind = .text(Words.trim(String(text.dropFirst(length)), before: rest.dropFirst()))
    if case .text("") = rest[0].kind { rest.removeFirst() }
    return rest.trimmed
  }

  private static func label(_ text: String, _ labels: [String]) -> (String, Int)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let word = Words.trim(String(text[..<colon])).lowercased()
    guard let label = labels.first(where: { $0.lowercased() == word }) else { return nil }
    return (label, text.distance(from: text.startIndex, to: colon) + 1)
  }

  /// `Anwser:`, `Answer -`, `Rubric` on a line of its own.
  private static func slip(_ text: String, _ labels: [String])
    -> (found: String, label: String, length: Int)?
  {
    let word = String(text.prefix(10).prefix(while: \.isLetter))
    guard word.first?.isUppercase == true else { return nil }
    let rest = text.dropFirst(word.count)
    if labels.contains(word) {
      if rest.isEmpty, word == "Rubric" { return (word, word, word.count) }
      let gap = rest.prefix { $0 == " " }
      guard let sign = rest.dropFirst(gap.count).first, "-–—=;".contains(sign) else { return nil }
      return (word + gap + String(sign), word, word.count + gap.count + 1)
    }
    guard rest.first == ":", let label = NearMiss.of(word, among: labels),
      label.first == word.first
    else { return nil }
    return (word + ":", label, word.count + 1)
  }
}

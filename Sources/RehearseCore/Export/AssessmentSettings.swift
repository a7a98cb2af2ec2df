extension Assessment {
  /// What the front matter says about a whole assessment and `format` has no place for.
  func settingLosses(
    _ about: UnitDescription, format: String, keeping kept: Set<String> = []
  ) -> [ExchangeLoss] {
    var names: [String] = []
    if about.minutes != nil { names.append("minutes") }
    if !about.skills.isEmpty { names.append("skills") }
    if about.why != nil { names.append("why") }
    if draw != nil { names.append("draw") }
    names.append("pass")
    if attempts != nil { names.append("attempts") }
    if timeLimit != nil { names.append("time limit") }
    if feedback == .atOnce { names.append("feedback") }
    if asksConfidence { names.append("confidence") }
    return names.filter { !kept.contains($0) }.map { .setting($0, format: format) }
  }

  /// The line of a section for notes: that of its first question, which is never missing.
  static func line(of section: Section) -> Int {
    Int((section.introduction.first?.range ?? section.questions.first?.range)?.start.line ?? 1)
  }
}

extension Question {
  var line: Int { Int(range.start.line) }

  var wholePoints: Int { Int(points.units / Points.unitsPerPoint) }

  /// The question's text, with the unit of a number behind it, which other formats do not know.
  func stemWithUnit(_ losses: inout [ExchangeLoss]) -> [Inline] {
    guard case .number(let number) = form, let unit = number.unit, !unit.isEmpty else {
      return stem
    }
    losses.append(.unit(unit))
    return stem + [Inline(.text(" (\(unit))"), range: range)]
  }

  /// The titles of the two columns of pairs; nil where there are none.
  var columnTitles: String? {
    guard case .matching(let matching) = form else { return nil }
    let titles = [matching.leftTitle, matching.rightTitle].map(\.plainText)
      .filter { !$0.isEmpty }.joined(separator: " | ")
    return titles.isEmpty || titles == "Item | Match" ? nil : titles
  }

  var options: [AnswerOption] {
    switch form {
    case .single(let single): single.options
    case .multiple(let multiple): multiple.options
    default: []
    }
  }
}

/// A text file in another format, and what it does not carry.
package struct QuestionExport: Sendable {
  package var text: String
  package var notes: [ExchangeNote]
}

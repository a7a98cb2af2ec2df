import RehearseCore

/// How a unit ended, in a few lines.
struct ResultText {
  let place: Workplace
  let skills: [Outline.Skill]

  func show(_ result: UnitResult) {
    switch result.kind {
    case .scenario: scenario(result)
    case .assessment: assessment(result)
    case .checklist: checklist(result)
    case .lesson:
      place.blank()
      place.write("Read to the end, and marked as done.", .good)
    case .aid, .course, .certification: break
    }
  }

  private func scenario(_ result: UnitResult) {
    place.blank()
    if let ending = result.ending {
      place.write(
        StyledText("This is where it ends: ", .strong)
          + StyledText(ending.kind.word, ending.kind.role))
    }
    score(result)
  }

  /// Points, and whether that passes and why.
  func score(_ result: UnitResult) {
    var text: StyledText
    if let outOf = result.outOf, let percent = result.percent {
      text = StyledText(
        "\(result.points.description) of \(result.isBestABound ? "at most " : "")\(outOf.written),"
          + " \(result.isBestABound ? "at least " : "")\(percent.description)")
    } else {
      text = StyledText(result.points.written)
    }
    place.write(text)
    place.write(verdict(result))
    if let confidence = result.confidence, confidence.outOf > 0 {
      place.write(
        "Confidence: \(confidence.points.written(place.theme.glyphs)) of \(confidence.outOf)."
          + " It stands beside the score and does not change it.")
    }
    if result.isSelfMarked {
      place.write("A part of this was marked by yourself, against the rubric.")
    }
  }

  func verdict(_ result: UnitResult) -> StyledText {
    switch result.passed {
    case true?:
      return StyledText("Passed", .good)
        + StyledText(result.passMark.map { " (the pass mark is \($0.description))." } ?? ".")
    case false?:
      return StyledText("Not passed", .bad) + StyledText(": " + reason(result) + ".")
    case nil:
      guard result.kind == .scenario, let mark = result.passMark else { return StyledText() }
      return StyledText(
        "The pass mark is \(mark.description) of the best score that any way through can reach."
          + " This scenario has too many ways to work that score out exactly, so it cannot be said"
          + " whether you passed."
      )
    }
  }

  private func reason(_ result: UnitResult) -> String {
    if result.status == .stuck { return "the scenario could not go on" }
    if result.hasCriticalMistake {
      return result.kind == .checklist
        ? "a critical item is missing" : "a critical mistake was made, which no points make good"
    }
    if result.ending?.kind == .failure { return "it ended in failure" }
    let marks = marksNotReached(result)
    if !marks.isEmpty { return marks.joined(separator: ", and ") }
    return result.kind == .checklist ? "some items are still open" : "it is not complete"
  }

  /// The pass mark of the whole first, then those of the sections.
  private func marksNotReached(_ result: UnitResult) -> [String] {
    var reasons: [String] = []
    let missed = result.sections.filter { !$0.isPassed }
    if let mark = result.passMark,
      !mark.isReached(by: result.points, of: result.outOf ?? .zero) || missed.isEmpty
    {
      reasons.append("the pass mark is \(mark.description)")
    }
    let titles = missed.map(\.title).filter { !$0.isEmpty }.map { "“\($0)”" }
    if titles.count > 1 {
      let all = titles.dropLast().joined(separator: ", ") + " and " + (titles.last ?? "")
      reasons.append("the sections \(all) are under their marks")
    } else if let title = titles.first {
      reasons.append("the section \(title) is under its mark")
    } else if !missed.isEmpty, reasons.isEmpty {
      reasons.append("a section is under its mark")
    }
    return reasons
  }

  private func assessment(_ result: UnitResult) {
    place.heading("Result")
    if result.status == .timeUp { place.write("The time was over; what you answered counts.") }
    guard !result.isAwaitingMarking else {
      place.write(StyledText("Handed in, and awaiting marking.", .good))
      place.write(
        "This assessment is sealed: its key is not on this machine, so nothing can be said yet"
          + " about points. Send your record to whoever gave you the course: rehearse submit.")
      return
    }
    score(result)
    list(
      result.sections.filter { !$0.title.isEmpty }.map {
        Row(
          title: $0.title, share: Percent.share($0.points, of: $0.outOf),
          words: $0.isPassed ? "" : " (under the mark)")
      })
    skillLines(result)
  }

  func skillLines(_ result: UnitResult) {
    guard !result.skills.isEmpty else { return }
    place.blank()
    place.write("By skill:", .strong)
    let titles = result.skills.map { score in
      skills.first { $0.name == score.skill }?.title ?? score.skill
    }
    list(
      zip(titles, result.skills).map { title, score in
        guard let outOf = score.outOf else { return Row(title: title, words: score.points.written) }
        return Row(title: title, share: Percent.share(score.points, of: outOf))
      })
  }

  /// A line of a list of results: a share, or words alone where there is nothing to compare with.
  private struct Row {
    var title: String
    var share: Percent?
    var words = ""

    var result: String { (share?.description ?? "") + words }
  }

  /// With bars where each line has room for one, and else without any: a bar beside some lines looks
  /// as if the others had nothing to show.
  private func list(_ rows: [Row]) {
    let width = rows.map { DisplayWidth.of($0.title) }.max() ?? 0
    let lines = rows.map { row -> StyledText? in
      guard let share = row.share else { return nil }
      let bar = Bar(value: share.hundredths, in: 0...10_000).drawn(place.theme.glyphs)
      let line =
        StyledText("  ") + StyledText(row.title).padded(to: width)
        + StyledText("  \(bar)  \(row.result)")
      return line.width > place.console.measure ? nil : line
    }
    if lines.contains(nil) {
      for row in rows {
        place.write(StyledText("\(row.title): \(row.result)"), first: "  ", rest: "    ")
      }
    } else {
      for case let line? in lines { place.console.writeLine(line) }
    }
  }

  private func checklist(_ result: UnitResult) {
    place.blank()
    if result.passMark != nil {
      score(result)
    } else {
      place.write(
        result.passed == true
          ? StyledText("The checklist is complete.", .good)
          : StyledText("The checklist is closed and not complete: \(reason(result)).", .caution))
    }
  }
}

extension Points {
  /// `1 point`, `2.5 points`
  var written: String { description + (self == Points(1) ? " point" : " points") }
}

extension Directive.Ending {
  var word: String {
    switch self {
    case .success: "success"
    case .partial: "a partial success"
    case .failure: "failure"
    }
  }

  var role: Theme.Role {
    switch self {
    case .success: .good
    case .partial: .caution
    case .failure: .bad
    }
  }
}

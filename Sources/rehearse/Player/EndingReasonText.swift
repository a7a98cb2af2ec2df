import RehearseCore

/// Why an ending came, in the words of the choices and without those of the course format.
struct EndingReasonText {
  let reason: Debrief.EndingReason
  let debrief: Debrief
  let glyphs: Glyphs

  var text: String {
    "“\(reason.ending)” came "
      + reason.causes.map { "because " + words($0) }.joined(separator: ", and ") + "."
      + reason.causes.compactMap(moves).joined()
  }

  private func words(_ cause: Debrief.EndingReason.Cause) -> String {
    switch cause {
    case .meter(let name, let value, let comparison, let limit, _):
      "\(name) stood at \(value)" + limitWords(comparison, limit)
    case .chosen(let index, isDirect: true): "you chose \(chosen(index))"
    case .chosen(let index, isDirect: false): "of what happened after you chose \(chosen(index))"
    case .notChosen(let offers):
      "you did not choose "
        + offers.map { quoted($0.text) + place(of: $0.decision) }.joined(separator: " or ")
    case .nothingChosen: "nothing that you chose had led elsewhere"
    case .visited(let scene): "you came to “\(scene)”"
    case .notVisited(let scene): "you did not come to “\(scene)”"
    case .passed(let unit): "you had passed “\(unit)”"
    case .notPassed(let unit): "you had not passed “\(unit)”"
    }
  }

  private func limitWords(_ comparison: ConditionSyntax.Comparison, _ limit: Int) -> String {
    switch comparison {
    case .less: ", under \(limit)"
    case .atLeast: ", not under \(limit)"
    case .greater: ", over \(limit)"
    case .atMost: ", not over \(limit)"
    case .notEqual: ", not at \(limit)"
    case .equal: ""
    }
  }

  private func chosen(_ index: Int) -> String {
    quoted(debrief.decisions[index].text.plainText) + place(of: index)
  }

  private func place(of index: Int) -> String {
    " (\(index + 1). \(debrief.decisions[index].sceneTitle))"
  }

  /// A choice that is itself something said has its marks already; inside others they are single.
  private func quoted(_ text: String) -> String {
    let inside = text.dropFirst().dropLast()
    if text.first == "“", text.last == "”", !inside.contains("“") { return text }
    return "“" + text.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : String($0) }.joined() + "”"
  }

  private func moves(_ cause: Debrief.EndingReason.Cause) -> String? {
    guard case .meter(let name, _, _, _, let changes) = cause, !changes.isEmpty else { return nil }
    let moves = changes.map {
      "\($0.decision + 1). \(debrief.decisions[$0.decision].sceneTitle)"
        + " (\(($0.to - $0.from).writtenAsChange(glyphs)))"
    }
    return " What moved \(name): " + moves.joined(separator: ", ") + "."
  }
}

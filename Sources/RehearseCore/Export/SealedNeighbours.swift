extension Course {
  /// What stands in the way of sealing these units: a role-play that plays one of them, or one of
  /// their questions with its key in a unit that is not sealed.
  package func obstacle(toSealing paths: Set<String>) -> SealingRefusal? {
    let others = units.filter { !paths.contains($0.key) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var keys: [String: String] = [:]
    for (path, unit) in others {
      for call in unit.calls where paths.contains(call.path) {
        return .played(call.path, by: path)
      }
      for question in unit.questionsWithKey {
        if keys[question.wording] == nil { keys[question.wording] = path }
      }
    }
    for path in paths.sorted() {
      for question in units[path]?.questionsWithKey ?? [] {
        guard let other = keys[question.wording] else { continue }
        return .keyElsewhere(
          path, line: question.line, question: question.stem.plainText, other: other)
      }
    }
    return nil
  }
}

extension Unit {
  fileprivate var questionsWithKey: [Question] {
    guard case .assessment(let assessment) = content, !assessment.isSealed else { return [] }
    return assessment.sections.flatMap(\.questions)
  }
}

extension Question {
  /// What is asked, however it is formatted: two questions under one heading such as “True or
  /// false?” differ in their text or in their options.
  fileprivate var wording: String {
    var words = [stem.plainText, text.plainText]
    switch form {
    case .single, .multiple: words += options.map(\.text.plainText).sorted()
    case .ordering(let ordering): words += ordering.steps.map(\.plainText).sorted()
    case .matching(let matching): words += matching.pairs.map(\.left.plainText).sorted()
    case .trueFalse, .number, .shortText, .free: break
    }
    return words.map(ShortText.normalised).joined(separator: "\n")
  }
}

// Effects and conditions in the words of the course format.

extension Scenario.Effect {
  package func text(in scenario: Scenario) -> String {
    switch self {
    case .add(let meter, let change):
      "\(scenario.meters[meter].name) \(change < 0 ? "−" : "+")\(change.magnitude)"
    case .assign(let meter, let value): "\(scenario.meters[meter].name) = \(value)"
    case .set(let flag): "set \(scenario.flags[flag])"
    case .clear(let flag): "clear \(scenario.flags[flag])"
    }
  }
}

extension Scenario.Condition {
  package func text(in scenario: Scenario) -> String { text(in: scenario, inside: nil) }

  /// - Parameter outer: the word that the condition is joined to others by, or `not`.
  private func text(in scenario: Scenario, inside outer: String?) -> String {
    func joined(_ a: Self, _ b: Self, _ word: String) -> String {
      let text =
        "\(a.text(in: scenario, inside: word)) \(word) \(b.text(in: scenario, inside: word))"
      return outer == nil || outer == word ? text : "(\(text))"
    }
    return switch self {
    case .meter(let meter, let comparison, let value):
      "\(scenario.meters[meter].name) \(comparison.rawValue) \(value)"
    case .flag(let flag): scenario.flags[flag]
    case .visited(let scene): "visited \(scenario.scenes[scene].id)"
    case .passed(let unit): "passed \(unit)"
    case .not(let inner): "not \(inner.text(in: scenario, inside: "not"))"
    case .and(let a, let b): joined(a, b, "and")
    case .or(let a, let b): joined(a, b, "or")
    case .never: "never"
    }
  }
}

extension Scenario.Turn.Trigger {
  package func text(in scenario: Scenario) -> String {
    switch self {
    case .when(let condition): "when \(condition.text(in: scenario))"
    case .chance(let percent): "chance \(percent.description)"
    case .otherwise: "otherwise"
    }
  }
}

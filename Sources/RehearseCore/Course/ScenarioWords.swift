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
  package func text(in scenario: Scenario) -> String { text(in: scenario, isInside: false) }

  private func text(in scenario: Scenario, isInside: Bool) -> String {
    func grouped(_ text: String) -> String { isInside ? "(\(text))" : text }
    return switch self {
    case .meter(let meter, let comparison, let value):
      "\(scenario.meters[meter].name) \(comparison.rawValue) \(value)"
    case .flag(let flag): scenario.flags[flag]
    case .visited(let scene): "visited \(scenario.scenes[scene].id)"
    case .passed(let unit): "passed \(unit)"
    case .not(let inner): "not \(inner.text(in: scenario, isInside: true))"
    case .and(let a, let b):
      grouped("\(a.text(in: scenario, isInside: true)) and \(b.text(in: scenario, isInside: true))")
    case .or(let a, let b):
      grouped("\(a.text(in: scenario, isInside: true)) or \(b.text(in: scenario, isInside: true))")
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

extension Debrief {
  /// Why an ending came that the story took a turn to by itself.
  package struct EndingReason: Sendable, Equatable {
    /// Something without which another ending would have come.
    package enum Cause: Sendable, Equatable {
      /// Where a meter stood; the comparison with the limit holds.
      case meter(String, Int, ConditionSyntax.Comparison, Int, changes: [Change])
      /// A choice that was made, by its place in `decisions`. Where it is not direct, a scene that
      /// came after it remembered it.
      case chosen(Int, isDirect: Bool)
      /// Choices that were offered and left.
      case notChosen([Offer])
      /// No choice had led elsewhere, and none of those offered would have.
      case nothingChosen
      case visited(String)
      case notVisited(String)
      case passed(String)
      case notPassed(String)
    }

    package struct Change: Sendable, Equatable {
      /// The place of the decision in `decisions`.
      package var decision: Int
      package var from: Int
      package var to: Int
    }

    package struct Offer: Sendable, Equatable {
      package var decision: Int
      package var text: String
    }

    package var ending: String
    package var causes: [Cause]
  }

  /// Nil where nothing that the learner did decided it, or where luck did.
  package var endingReason: EndingReason? {
    guard let ending = result?.ending,
      case .scenario(let scenario)? = program.units[unit]?.content,
      let scene = scenario.scenes.firstIndex(where: { $0.id == ending.scene }),
      let last = decisions.last(where: { $0.unit == unit })
    else { return nil }
    let machine = ScenarioMachine(scenario)
    let hasPassed = hasPassed(at: last)
    var turns: [EndingTurn] = []
    var state = last.before
    _ = machine.choose(last.chosen, in: &state)
    for step in last.turns {
      machine.enter(&state, hasPassed: hasPassed)
      guard state.scene == step.scene,
        let target = scenario.scenes[step.scene].target(of: step.item)
      else { return nil }
      turns.append(
        EndingTurn(machine: machine, state: state, hasPassed: hasPassed, ending: scene))
      state.scene = target
    }
    // The turn before the ending first, and those before it only where that one left no way open.
    for turn in turns.reversed() {
      guard !turn.isLuck else { return nil }
      guard let tipping = turn.tipping else { continue }
      let causes = CauseNaming(debrief: self, scenario: scenario, turn: turn).causes(of: tipping)
      if !causes.isEmpty { return EndingReason(ending: ending.title, causes: causes) }
    }
    return nil
  }
}

/// Finds what the learner did behind the facts that tipped a turn.
private struct CauseNaming {
  typealias Cause = Debrief.EndingReason.Cause

  let debrief: Debrief
  let scenario: Scenario
  let turn: EndingTurn

  func causes(of tipping: EndingTurn.Tipping) -> [Cause] {
    var causes: [Cause] = []
    for change in tipping.changes {
      guard let cause = cause(change, isGuard: tipping.isGuard) else {
        // What only decided together with something that cannot be named did not decide.
        guard tipping.isEachEnough else { return [] }
        continue
      }
      if !causes.contains(cause) { causes.append(cause) }
    }
    guard tipping.isEachEnough else { return causes }
    // Each is true by itself: what nobody moved need not stand beside what somebody did.
    let told = causes.filter { cause in
      switch cause {
      case .nothingChosen, .meter(_, _, _, _, changes: []): false
      default: true
      }
    }
    return told.isEmpty ? Array(causes.prefix(1)) : told
  }

  private func cause(_ change: EndingTurn.Change, isGuard: Bool) -> Cause? {
    switch change.fact {
    case .meter(let meter): self.meter(meter, otherwise: change.value)
    case .flag(let flag): self.flag(flag, isGuard: isGuard)
    case .visited(let scene):
      turn.state.visited.contains(scene)
        ? .visited(scenario.scenes[scene].title)
        : isGuard ? .nothingChosen : .notVisited(scenario.scenes[scene].title)
    case .passed(let unit):
      turn.hasPassed(unit) ? .passed(title(of: unit)) : .notPassed(title(of: unit))
    }
  }

  private var own: [(offset: Int, element: Decision)] {
    debrief.decisions.enumerated().filter { $0.element.unit == debrief.unit }
  }

  private func title(of unit: String) -> String {
    debrief.program.names.path(of: unit).flatMap { debrief.program.units[$0]?.about.title } ?? unit
  }

  private func meter(_ meter: Int, otherwise: Int) -> Cause? {
    let value = turn.state.meters[meter]
    var nearest: (comparison: ConditionSyntax.Comparison, limit: Int)?
    for leaf in turn.conditions.flatMap(\.leaves) {
      guard case .meter(meter, let comparison, let limit) = leaf,
        comparison.holds(value, limit) != comparison.holds(otherwise, limit)
      else { continue }
      if let nearest, (nearest.limit - value).magnitude <= (limit - value).magnitude { continue }
      nearest = (comparison, limit)
    }
    guard let (comparison, limit) = nearest else { return nil }
    var before = scenario.meters[meter].start
    var changes: [Debrief.EndingReason.Change] = []
    let own = own
    for (place, (index, decision)) in own.enumerated() {
      // What the ending itself does to a meter comes too late.
      let after = place + 1 < own.count ? decision.meters[meter] : value
      if after != before {
        changes.append(Debrief.EndingReason.Change(decision: index, from: before, to: after))
      }
      before = after
    }
    return .meter(
      scenario.meters[meter].name, value,
      comparison.holds(value, limit) ? comparison : comparison.opposite, limit, changes: changes)
  }

  private func flag(_ flag: Int, isGuard: Bool) -> Cause? {
    let isSet = turn.state.flags.contains(flag)
    let own = own
    for (place, (index, decision)) in own.enumerated().reversed() {
      let after =
        place + 1 < own.count ? own[place + 1].element.before.flags : turn.state.flags
      guard decision.before.flags.contains(flag) != isSet, after.contains(flag) == isSet else {
        continue
      }
      let effects = choices(of: decision)[decision.chosen].effects
      return .chosen(
        index, isDirect: effects.contains(isSet ? .set(flag: flag) : .clear(flag: flag)))
    }
    // It stood so from the beginning: that was nobody's decision.
    guard !isSet else { return nil }
    let offers = own.flatMap { index, decision in
      decision.offered.compactMap { offered in
        offered.index != decision.chosen
          && choices(of: decision)[offered.index].effects.contains(.set(flag: flag))
          ? Debrief.EndingReason.Offer(decision: index, text: offered.text.plainText) : nil
      }
    }
    return isGuard || offers.isEmpty ? .nothingChosen : .notChosen(offers)
  }

  private func choices(of decision: Decision) -> [Scenario.Choice] {
    scenario.scenes[decision.before.scene].choices
  }
}

extension ConditionSyntax.Comparison {
  fileprivate var opposite: Self {
    switch self {
    case .atLeast: .less
    case .less: .atLeast
    case .atMost: .greater
    case .greater: .atMost
    case .equal: .notEqual
    case .notEqual: .equal
    }
  }
}

extension Debrief {
  /// A meter that decided which ending came: the story's own turn looked at it, and another value
  /// would have led elsewhere.
  package struct DecidingMeter: Sendable, Equatable {
    package struct Change: Sendable, Equatable {
      /// The place of the decision in `decisions`.
      package var decision: Int
      package var from: Int
      package var to: Int
    }

    package var meter: String
    package var value: Int
    /// The turn that was taken, in the author's words: `when trust < 20`, or what did not hold.
    package var turn: String
    package var ending: String
    /// The decisions that moved it, in their order.
    package var changes: [Change]
  }

  /// The meters that the last turn of the story before the ending hung on.
  package var decidingMeters: [DecidingMeter] {
    guard let result, let ending = result.ending,
      case .scenario(let scenario)? = program.units[unit]?.content
    else { return [] }
    let own = decisions.enumerated().filter { $0.element.unit == unit }
    guard let last = own.last?.element, let step = last.turns.last,
      scenario.scenes[step.scene].target(of: step.item)
        .map({ scenario.scenes[$0].id == ending.scene }) == true
    else { return [] }
    let turns = scenario.scenes[step.scene].turns
    var isOtherwise = false
    var looked = turns.prefix(step.item + 1)
    switch turns[step.item].trigger {
    case .when: looked = looked.suffix(1)
    case .otherwise: isOtherwise = true
    // What luck decided, no meter did.
    case .chance: return []
    }
    var asked: [Int] = []
    var reasons: [String] = []
    for turn in looked {
      guard case .when(let condition) = turn.trigger else { continue }
      reasons.append("when \(condition.text(in: scenario))")
      for case .meter(let meter, _, _) in condition.leaves where !asked.contains(meter) {
        asked.append(meter)
      }
    }
    return asked.map { meter in
      var before = scenario.meters[meter].start
      var changes: [DecidingMeter.Change] = []
      for (index, decision) in own {
        let after = decision.meters[meter]
        if after != before {
          changes.append(DecidingMeter.Change(decision: index, from: before, to: after))
        }
        before = after
      }
      return DecidingMeter(
        meter: scenario.meters[meter].name, value: before,
        turn: isOtherwise ? "not " + reasons.joined(separator: ", not ") : reasons.joined(),
        ending: ending.title, changes: changes)
    }
  }
}

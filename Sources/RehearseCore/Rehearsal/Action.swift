/// What the player has to show, in order.
package enum Action: Sendable {
  /// A unit begins.
  case opened(UnitDescription)
  case text([Block])
  /// Who takes part, and where the meters stand at the beginning.
  case people([Scenario.CastMember])
  case meters([(name: String, value: Int, range: ClosedRange<Int>)])
  case scene(title: String)
  case passage(speaker: Scenario.CastMember?, Block)
  case meter(name: String, from: Int, to: Int, range: ClosedRange<Int>)
  /// What happens right after a choice.
  case reply([Block])
  /// The coach's words on a choice.
  case feedback([Block], points: Int?)
  case section(title: String, introduction: [Block])
  case marked(MarkedQuestion)
  case hint(number: Int, of: Int, [Inline])
  case pausePointMarked(MarkedPausePoint)
  /// Where a scenario cannot go on because of its author.
  case stuck(scene: String)
  case finished(UnitResult)
  case undone

  /// From the last scene on: what a learner reads again who comes back or takes a step back.
  static func fromLastScene(_ actions: [Action]) -> [Action] {
    let start = actions.lastIndex {
      if case .scene = $0 { true } else { false }
    }
    return start.map { Array(actions[$0...]) } ?? actions
  }
}

/// What the learner is asked.
package enum SessionPrompt: Sendable {
  case ownWords
  case choices([OfferedChoice])
  case question(PutQuestion)
  case confidence(PutQuestion)
  /// A person marks a free answer against the rubric.
  case rubric(PutQuestion, FreeAnswer, answer: String)
  /// Questions were left out: hand in, or answer them.
  case handIn(leftOut: Int)
  case exercise(ExercisePoint)
  case engagement(EngagementView)
  case page([Block], reached: Int)
  case over
}

package struct OfferedChoice: Sendable {
  /// From 0 in the author's order: what `Event.choose` takes.
  package var index: Int
  package var text: [Inline]
  /// The unit that it plays first.
  package var call: String?
}

/// A question as it is put in this attempt.
package struct PutQuestion: Sendable {
  package var question: Question
  /// From 1.
  package var number: Int
  package var count: Int
  package var section: String
  /// The author's index of each shown place.
  package var order: [Int]
  package var hintsShown: Int
  /// Whether it was left out before.
  package var wasLeftOut: Bool
}

package struct MarkedQuestion: Sendable {
  package var put: PutQuestion
  package var answer: Answer
  package var mark: Mark
  package var confidence: Int?
  /// Whether a person marked it.
  package var isRated: Bool
}

/// A pause point of a checklist as an exercise.
package struct ExercisePoint: Sendable {
  package var title: String
  package var number: Int
  package var count: Int
  package var text: [Block]
  package var items: [Checklist.Item]
  /// The author's index, over the whole checklist, of each shown place.
  package var order: [Int]
}

package struct MarkedPausePoint: Sendable {
  package var point: ExercisePoint
  package var chosen: Set<Int>
}

/// A checklist in a real run: every item and what became of it.
package struct EngagementView: Sendable {
  package var mode: Checklist.Mode
  package var introduction: [Block]
  package var pausePoints: [Checklist.PausePoint]
  /// By the index of the item over all pause points.
  package var states: [ItemState]
  package var remarks: [Int: String]

  /// The indices of items that are still open.
  package var open: [Int] { states.indices.filter { states[$0] == .open } }

  /// The indices of critical items that are still open.
  package var openCritical: [Int] {
    let items = pausePoints.flatMap(\.items)
    return open.filter { items[$0].isCritical }
  }
}

/// One decision of the learner's in a scenario, for the debrief.
package struct Decision: Sendable {
  package var unit: String
  package var scene: String
  package var sceneTitle: String
  package var offered: [OfferedChoice]
  /// The author's index of what was chosen.
  package var chosen: Int
  package var text: [Inline]
  package var ownWords: String?
  /// The points won now: nothing where they had been earned before.
  package var points: Int
  package var skills: [Scenario.SkillPoints]
  package var isCritical: Bool
  package var feedback: [Block]
  /// The meters when the next scene begins, in the scenario's order.
  package var meters: [Int]
  /// Where the scenario stood when the choice was made, and which units counted as passed.
  package var before: ScenarioMachine.State
  package var passed: Set<String>
  /// The turns that the story then took by itself.
  package var turns: [ScenarioAnalysis.Step] = []
}

/// A choice that was made, or a turn that the story took.
package struct WayTaken: Sendable, Equatable {
  /// Which of the units that the attempt opened it was, from 0: that one the attempt is at.
  package var frame: Int
  package var step: ScenarioAnalysis.Step
  package var isChoice: Bool
}

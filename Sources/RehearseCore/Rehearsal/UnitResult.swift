/// How a unit ended.
package struct UnitResult: Sendable, Equatable {
  package enum Status: String, Sendable {
    case finished
    /// The time was over.
    case timeUp = "time-up"
    /// The scenario came to a place that leads nowhere.
    case stuck
  }

  package struct EndingReached: Sendable, Equatable {
    package var kind: Directive.Ending
    package var scene: String
    package var title: String
  }

  package struct SectionScore: Sendable, Equatable {
    package var title: String
    package var points: Points
    package var outOf: Points
    package var isPassed: Bool
  }

  package struct SkillScore: Sendable, Equatable {
    package var skill: String
    package var points: Points
    /// What could have been earned; nil where it is not known.
    package var outOf: Points?
  }

  package struct Confidence: Sendable, Equatable {
    /// 1, 2, 3 if right and 0, −2, −6 if wrong.
    package var points: Int
    package var outOf: Int
  }

  package var path: String
  package var kind: UnitKind
  package var status: Status
  package var points = Points.zero
  /// The most that could be earned; nil where it is not known.
  package var outOf: Points?
  /// Whether no more than that can be earned, and perhaps not as much.
  package var isBestABound = false
  package var passMark: Percent?
  /// Nil where there is nothing to pass, or where it cannot be told.
  package var passed: Bool?
  package var hasCriticalMistake = false
  package var ending: EndingReached?
  package var sections: [SectionScore] = []
  package var skills: [SkillScore] = []
  package var confidence: Confidence?
  /// Whether a part was marked by the learner against a rubric.
  package var isSelfMarked = false
  /// Whether it was sealed: then points and `outOf` say nothing, and whether it was passed is known
  /// when it comes back from whoever has the key.
  package var isAwaitingMarking = false

  package var percent: Percent? { outOf.map { Percent.share(points, of: $0) } }

  package init(path: String, kind: UnitKind, status: Status) {
    self.path = path
    self.kind = kind
    self.status = status
  }
}

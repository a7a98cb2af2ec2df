import RehearseCore
import RehearseStore

/// A debrief as programs read it.
struct DebriefReport: Encodable {
  struct Step: Encodable {
    var unit: String
    var scene: String
    var title: String
    /// From 1 in the author's order.
    var chosen: Int
    var offered: [Int]
    var text: String
    var ownWords: String?
    var points: Int
    var critical: Bool
    var feedback: String
    var meters: [String: Int]
    /// The best choices there, from 1 in the author's order; null where that is not known.
    var best: [Int]?
    /// The points that the choice cost of those still within reach; null where it cost every good
    /// ending, or where that is not known.
    var cost: Int?
    /// The most that could still be earned before the choice.
    var reachable: Int?

    /// What is not known is null; no key is left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(unit, forKey: .unit)
      try container.encode(scene, forKey: .scene)
      try container.encode(title, forKey: .title)
      try container.encode(chosen, forKey: .chosen)
      try container.encode(offered, forKey: .offered)
      try container.encode(text, forKey: .text)
      try container.encode(ownWords, forKey: .ownWords)
      try container.encode(points, forKey: .points)
      try container.encode(critical, forKey: .critical)
      try container.encode(feedback, forKey: .feedback)
      try container.encode(meters, forKey: .meters)
      try container.encode(best, forKey: .best)
      try container.encode(cost, forKey: .cost)
      try container.encode(reachable, forKey: .reachable)
    }

    private enum CodingKeys: String, CodingKey {
      case unit, scene, title, chosen, offered, text, ownWords, points, critical, feedback, meters
      case best, cost, reachable
    }
  }

  struct LineStep: Encodable {
    var scene: String
    /// Null where the story goes on by itself.
    var choice: String?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(scene, forKey: .scene)
      try container.encode(choice, forKey: .choice)
    }

    private enum CodingKeys: String, CodingKey { case scene, choice }
  }

  struct Answered: Encodable {
    var question: String
    var section: String
    /// What was earned of the question's points, as a share: `earned` of `possible`.
    var earned: Int
    var possible: Int
    var leftOut: Bool
  }

  var result: AttemptReport
  var decisions: [Step]
  /// The number of the decision that cost most, from 1.
  var turningPoint: Int?
  /// The best line from the turning point on.
  var bestLine: [LineStep]
  var questions: [Answered]

  init(_ attempt: Attempt) {
    result = AttemptReport(attempt)
    let debrief = Debrief(attempt.session)
    questions = debrief.questions.map {
      Answered(
        question: $0.put.question.id, section: $0.put.section, earned: $0.mark.earned,
        possible: $0.mark.possible, leftOut: $0.answer == .skipped)
    }
    turningPoint = debrief.turningPoint.map { $0 + 1 }
    bestLine = (debrief.turningPoint.map(debrief.bestLine) ?? []).map {
      LineStep(scene: $0.scene, choice: $0.choice)
    }
    decisions = zip(debrief.decisions, debrief.reviews).map { decision, review in
      Step(
        unit: decision.unit, scene: decision.scene, title: decision.sceneTitle,
        chosen: decision.chosen + 1, offered: decision.offered.map { $0.index + 1 },
        text: decision.text.plainText, ownWords: decision.ownWords, points: decision.points,
        critical: decision.isCritical, feedback: decision.feedback.plainText,
        meters: Self.meters(decision, attempt.session), best: review?.best.map { $0 + 1 },
        cost: review?.cost.points, reachable: review?.reachable)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(result, forKey: .result)
    try container.encode(decisions, forKey: .decisions)
    try container.encode(questions, forKey: .questions)
    try container.encode(turningPoint, forKey: .turningPoint)
    try container.encode(bestLine, forKey: .bestLine)
  }

  private enum CodingKeys: String, CodingKey {
    case result, decisions, questions, turningPoint, bestLine
  }

  private static func meters(_ decision: Decision, _ session: Session) -> [String: Int] {
    guard case .scenario(let scenario)? = session.program.units[decision.unit]?.content else {
      return [:]
    }
    return Dictionary(
      zip(scenario.meters.map(\.name), decision.meters), uniquingKeysWith: { first, _ in first })
  }
}

extension DecisionReview.Cost {
  fileprivate var points: Int? {
    if case .points(let points) = self { points } else { nil }
  }
}

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
    }

    private enum CodingKeys: String, CodingKey {
      case unit, scene, title, chosen, offered, text, ownWords, points, critical, feedback, meters
    }
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
  var questions: [Answered]

  init(_ attempt: Attempt) {
    result = AttemptReport(attempt)
    let debrief = Debrief(attempt.session)
    questions = debrief.questions.map {
      Answered(
        question: $0.put.question.id, section: $0.put.section, earned: $0.mark.earned,
        possible: $0.mark.possible, leftOut: $0.answer == .skipped)
    }
    decisions = debrief.decisions.map { decision in
      Step(
        unit: decision.unit, scene: decision.scene, title: decision.sceneTitle,
        chosen: decision.chosen + 1, offered: decision.offered.map { $0.index + 1 },
        text: decision.text.plainText, ownWords: decision.ownWords, points: decision.points,
        critical: decision.isCritical, feedback: decision.feedback.plainText,
        meters: Self.meters(decision, attempt.session))
    }
  }

  private static func meters(_ decision: Decision, _ session: Session) -> [String: Int] {
    guard case .scenario(let scenario)? = session.program.units[decision.unit]?.content else {
      return [:]
    }
    return Dictionary(
      zip(scenario.meters.map(\.name), decision.meters), uniquingKeysWith: { first, _ in first })
  }
}

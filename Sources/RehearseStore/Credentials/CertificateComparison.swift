import RehearseCore

/// What a certificate says, beside what the transcripts show: nothing is taken on trust.
struct CertificateComparison {
  /// Each a sentence; empty where all agrees.
  private(set) var findings: [String] = []

  init(_ claim: AchievementCredential, _ asked: Endorsing.Asked, _ task: CertificationTask) {
    let evaluation = task.evaluation
    guard evaluation.isMet else {
      let missing = evaluation.items.filter { !$0.isMet }.map(\.requirement.words)
      findings.append(
        "The transcripts do not show what it asks for: \(missing.joined(separator: "; ")).")
      return
    }
    guard task.isDue else {
      findings.append("The transcripts show nothing that an earlier certificate was not given for.")
      return
    }
    let term = task.earned(asked.certification)
    compare("It begins on", claim.validFrom, evaluation.completedAt)
    compare("It ends on", claim.validUntil, term?.until?.end)
    let outcomes = Awarding.outcomes(evaluation, in: asked.course)
    for (said, shown) in Self.paired(claim.outcomes, outcomes) where said != shown {
      let name = said?.name ?? shown?.name ?? ""
      findings.append(
        "“\(name)”: the certificate says \(Self.words(said)), the transcripts show"
          + " \(Self.words(shown)).")
    }
    let shown = evaluation.evidence.compactMap { asked.evidence(for: $0) }
    for (said, shown) in Self.pairedEvidence(claim.evidence, shown) where said != shown {
      let title = said?.title ?? shown?.title ?? ""
      findings.append("The evidence “\(title)” is not the one that the transcripts give.")
    }
    if !asked.achievements.contains(claim.achievement) {
      findings.append(
        "It describes the certification in other words than the course does, now or at the time.")
    }
  }

  private mutating func compare(_ what: String, _ said: String?, _ shown: String?) {
    guard said != shown else { return }
    findings.append(
      "\(what) \(said ?? "no day"); by the transcripts that is \(shown ?? "no day").")
  }

  private static func words(_ outcome: AchievementCredential.Outcome?) -> String {
    guard let outcome else { return "nothing" }
    return outcome.percent.map(\.description) ?? "that it was met"
  }

  private typealias Pairs<Value> = [(Value?, Value?)]

  private static func paired(
    _ said: [AchievementCredential.Outcome], _ shown: [AchievementCredential.Outcome]
  ) -> Pairs<AchievementCredential.Outcome> {
    pairs(said, shown) { "\($0.kind.rawValue) \($0.name)" }
  }

  private static func pairedEvidence(
    _ said: [AchievementCredential.Evidence], _ shown: [AchievementCredential.Evidence]
  ) -> Pairs<AchievementCredential.Evidence> {
    pairs(said, shown, by: \.attempt)
  }

  private static func pairs<Value>(
    _ said: [Value], _ shown: [Value], by key: (Value) -> String
  ) -> Pairs<Value> {
    var rest = shown
    var pairs: Pairs<Value> = said.map { one in
      let place = rest.firstIndex { key($0) == key(one) }
      return (one, place.map { rest.remove(at: $0) })
    }
    pairs += rest.map { (nil, $0) }
    return pairs
  }
}

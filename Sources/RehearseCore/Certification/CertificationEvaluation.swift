/// Which requirements are met, by which attempts, and since when.
package struct CertificationEvaluation: Sendable {
  /// Requirements, and the attempts that may count for them.
  package struct Part: Sendable {
    package var requirements: [Certification.Requirement]
    package var facts: [AttemptFact]

    package init(_ requirements: [Certification.Requirement], _ facts: [AttemptFact]) {
      self.requirements = requirements
      self.facts = facts
    }
  }

  /// A requirement and what meets it.
  package struct Item: Sendable {
    package var requirement: Certification.Requirement
    /// The instant at which it was met first; nil while it is not.
    package var metAt: String?
    /// The best attempt that meets it, of those before the completion.
    package var evidence: AttemptFact?
    /// What `Any K of` chooses from.
    package var inner: [Item] = []

    package var isMet: Bool { metAt != nil }

    /// The requirements that are met, without the `Any K of` around them.
    package var met: [Item] {
      guard isMet else { return [] }
      return inner.isEmpty ? [self] : inner.flatMap(\.met)
    }
  }

  package let items: [Item]
  /// The instant at which the last that was needed became true; nil while anything is missing.
  package let completedAt: String?

  /// - Parameter held: since when the learner holds other certifications that have not lapsed, by
  ///   the paths of their units.
  package init(_ parts: [Part], held: [String: String]) {
    let first = parts.flatMap { part in
      part.requirements.map { Self.item($0, Facts(part.facts, held: held), before: nil) }
    }
    let times = first.map(\.metAt)
    guard !first.isEmpty,
      let completedAt = times.contains(nil) ? nil : times.compactMap(\.self).max()
    else {
      items = first
      self.completedAt = nil
      return
    }
    self.completedAt = completedAt
    items = parts.flatMap { part in
      part.requirements.map { Self.item($0, Facts(part.facts, held: held), before: completedAt) }
    }
  }

  package var isMet: Bool { completedAt != nil }

  /// The attempts that meet the requirements, each once, in the order of the requirements.
  package var evidence: [AttemptFact] {
    var seen: Set<String> = []
    return items.flatMap(\.met).compactMap(\.evidence).filter { seen.insert($0.attempt).inserted }
  }

  /// How many points were earned for each skill in the evidence, of how many, by name. Only where
  /// the whole is known.
  package var skills: [(name: String, points: Points, outOf: Points)] {
    var sums: [String: (points: Points, outOf: Points)] = [:]
    for skill in evidence.flatMap(\.skills) {
      guard let outOf = skill.outOf, outOf.units > 0 else { continue }
      let sum = sums[skill.skill] ?? (.zero, .zero)
      sums[skill.skill] = (sum.points + skill.points, sum.outOf + outOf)
    }
    return sums.keys.sorted().compactMap { name in sums[name].map { (name, $0.points, $0.outOf) } }
  }

  private struct Facts {
    var byUnit: [String: [AttemptFact]]
    var held: [String: String]

    init(_ facts: [AttemptFact], held: [String: String]) {
      byUnit = Dictionary(grouping: facts, by: \.unit)
      self.held = held
    }
  }

  private static func item(
    _ requirement: Certification.Requirement, _ facts: Facts, before end: String?
  ) -> Item {
    switch requirement {
    case .unit(let path, _, let demand, _):
      if let since = facts.held[path], [.passed, .completed].contains(demand) {
        return Item(requirement: requirement, metAt: since)
      }
      let meeting = (facts.byUnit[path] ?? []).filter { fact in
        fact.meets(demand) && end.map { fact.ended <= $0 } ?? true
      }
      return Item(
        requirement: requirement, metAt: meeting.min { $0.isEarlier(than: $1) }?.ended,
        evidence: meeting.min { $0.isBetter(than: $1) })
    case .any(let count, let requirements, _):
      let inner = requirements.map { item($0, facts, before: end) }
      let times = inner.compactMap(\.metAt).sorted()
      return Item(
        requirement: requirement,
        metAt: times.indices.contains(max(count, 1) - 1) ? times[max(count, 1) - 1] : nil,
        inner: inner)
    }
  }
}

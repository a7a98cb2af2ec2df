extension Rule {
  static let circularCertification = Rule(
    "circular-certification", .error,
    "A certification never asks for itself, nor for one that asks for it.",
    why: """
      Of two certifications that each ask for the other, nobody ever gets either.
      """,
    example: (
      """
      ---
      kind: certification
      title: Certified
      ---

      ## Requirements

      - [Certified](unit.md) `passed`
      """,
      """
      ---
      kind: certification
      title: Certified
      ---

      ## Requirements

      - [What to say first](lessons/first-words.md) `completed`
      """
    )
  ) { review, findings in
    let certifications = review.units.compactMap { unit -> (path: String, Certification)? in
      guard case .certification(let certification) = unit.content else { return nil }
      return (unit.about.path, certification)
    }
    let paths = Set(certifications.map(\.path))
    // Those that can be had when others can, again and again, until there are no more of them.
    var reached: Set<String> = []
    func canBeMet(_ requirement: Certification.Requirement) -> Bool {
      switch requirement {
      case .unit(let path, _, _, _): !paths.contains(path) || reached.contains(path)
      case .any(let count, let inner, _):
        // Where there are too few of them, that was said.
        inner.count { canBeMet($0) } >= min(count, inner.count)
      }
    }
    while let next = certifications.first(where: { path, certification in
      !reached.contains(path) && certification.requirements.allSatisfy(canBeMet)
    }) {
      reached.insert(next.path)
    }
    func report(_ requirement: Certification.Requirement, in path: String) {
      guard !canBeMet(requirement) else { return }
      switch requirement {
      case .unit(let asked, _, _, let range):
        findings.report(
          asked == path
            ? "A certification never asks for itself."
            : "A certification never asks for one that asks for it; \(asked) does.",
          help: "Take this requirement out, or the one that leads back here.", at: range, in: path)
      case .any(_, let inner, _): for requirement in inner { report(requirement, in: path) }
      }
    }
    for (path, certification) in certifications where !reached.contains(path) {
      for requirement in certification.requirements { report(requirement, in: path) }
    }
  }
}

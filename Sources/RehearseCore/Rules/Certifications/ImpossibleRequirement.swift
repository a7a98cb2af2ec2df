extension Rule {
  static let impossibleRequirement = Rule(
    "impossible-requirement", .error,
    "A certification asks of a unit what the unit can give.",
    why: """
      A lesson, a job aid and a checklist without items that do not belong have no result to pass, \
      and only an assessment has sections. Whoever must bring one never gets the certificate.
      """,
    example: (
      """
      ## Requirements

      - [What to say first](lessons/first-words.md) `passed`
      """,
      """
      ## Requirements

      - [What to say first](lessons/first-words.md) `completed`
      """
    )
  ) { review, findings in
    for unit in review.units {
      guard case .certification(let certification) = unit.content else { continue }
      func look(at requirements: [Certification.Requirement]) {
        for requirement in requirements {
          switch requirement {
          case .unit(let path, _, let demand, let range):
            guard let asked = review.course.units[path], let reason = asked.cannotGive(demand)
            else { continue }
            findings.report(
              "A certification asks of a unit what it can give; \(reason.why).",
              help: reason.mend, at: range, in: unit.about.path)
          case .any(let count, let inner, let range):
            look(at: inner)
            let different =
              Set(
                inner.compactMap { if case .unit(let path, _, _, _) = $0 { path } else { nil } }
              ).count + inner.count { if case .any = $0 { true } else { false } }
            if count <= inner.count, different < count {
              findings.report(
                "`Any \(count) of` needs as many different units; here are \(different).",
                help: "Lower the number, or link other units.", at: range, in: unit.about.path)
            }
          }
        }
      }
      look(at: certification.requirements)
      look(at: certification.renewal)
    }
  }
}

extension Unit {
  /// Why nobody can ever meet this demand here; nil where somebody can.
  fileprivate func cannotGive(_ demand: Certification.Demand) -> (why: String, mend: String)? {
    // What is wrong with a file with errors may be its kind.
    guard isSound else { return nil }
    if case .certification = content {
      guard demand != .passed, demand != .completed else { return nil }
      return ("\(about.path) is a certification, which is held or not", "Write `passed`.")
    }
    guard about.kind.canBePlayed else {
      return ("nobody can play \(about.path)", "Link a unit that can be played.")
    }
    if demand == .completed { return nil }
    switch content {
    case .lesson, .aid:
      return (
        "\(about.path) is only read and has no result", "Write `completed`, or link an assessment."
      )
    case .checklist(let checklist) where !checklist.isTraining:
      return (
        "\(about.path) has no item that does not belong, and so no result",
        "Write `completed`, or add items without an `x` that are to be left out."
      )
    case .assessment, .outline, .certification: return nil
    case .checklist, .scenario:
      switch demand {
      case .eachSection, .both:
        return ("\(about.path) has no sections", "Leave `each section` out.")
      case .passed, .completed, .atLeast: return nil
      }
    }
  }
}

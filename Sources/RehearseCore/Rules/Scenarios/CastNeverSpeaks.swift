extension Rule {
  /// “You” is the learner, who speaks by choosing; in another language one silent person may be.
  static let castNeverSpeaks = Rule(
    "cast-never-speaks", .advice,
    "Whoever stands in `cast:` says something.",
    why: """
      Learners are told who takes part and wait for them. A name that never speaks is often one that \
      was spelled in another way, or whose lines were cut.
      """,
    example: (
      """
      ---
      kind: scenario
      title: The price
      cast: Maya = Client; Tom = CFO
      ---

      ## Opening

      **Maya:** Tom is late.

      `ending partial`
      """,
      """
      ---
      kind: scenario
      title: The price
      cast: Maya = Client
      ---

      ## Opening

      **Maya:** Tom is late.

      `ending partial`
      """
    )
  ) { review, findings in
    let isEnglish = review.course.outline.language?.lowercased().hasPrefix("en") ?? true
    for (about, scenario) in review.scenarios {
      let speakers = scenario.speakers
      let silent = scenario.cast.indices.filter {
        !speakers.contains($0) && scenario.cast[$0].name.lowercased() != "you"
      }
      guard isEnglish || silent.count > 1 else { continue }
      for index in silent {
        let name = scenario.cast[index].name
        findings.report(
          "Whoever stands in `cast:` says something; \(name) never does.",
          help: "Let them speak, `**\(name):** …`, or take them out of `cast:`.",
          at: about.place(of: name, in: "cast"), in: about.path)
      }
    }
  }
}

extension Scenario {
  /// Who has a line: in the text of a scene, in the briefing, or right after a choice.
  fileprivate var speakers: Set<Int> {
    var speakers: Set<Int> = []
    func listen(to blocks: [Block]) {
      for case .paragraph(let inlines) in blocks.lazy.map(\.kind) {
        guard case .strong(let bold)? = inlines.first?.kind else { continue }
        let words = Words.trim(bold.plainText.filter { $0 != ":" }).lowercased()
        if let index = cast.firstIndex(where: { $0.name.lowercased() == words }) {
          speakers.insert(index)
        }
      }
    }
    guard !cast.isEmpty else { return [] }
    listen(to: briefing)
    for scene in scenes {
      for passage in scene.passages {
        if let speaker = passage.speaker { speakers.insert(speaker) }
      }
      guard case .choices(let choices) = scene.way else { continue }
      for choice in choices where !choice.reply.isEmpty { listen(to: choice.reply) }
    }
    return speakers
  }
}

extension Rule {
  static let sceneNeverReached = Rule(
    "scene-never-reached", .warning,
    "Some play comes to every scene.",
    why: """
      Links lead to the scene, but no play can meet the conditions on the way: what was written for \
      it is never read. For an ending it means that nobody can earn it, or fail that way. Every \
      state of the scenario was gone through to know it.
      """,
    example: (
      """
      ## Opening

      - [“May I see the plan?”](#plan) `set asked`
      - [Hang up](#over)

      ## Plan

      - [“May Tom join us?”](#tom) `unless asked`
      - [“Thank you.”](#over)
      """,
      """
      ## Opening

      - [“May I see the plan?”](#plan) `set asked`
      - [Hang up](#over)

      ## Plan

      - [“May Tom join us?”](#tom) `if asked`
      - [“Thank you.”](#over)
      """
    )
  ) { review, findings in
    for (unit, analysis) in review.explored where analysis.isExact {
      let scenes = analysis.scenario.scenes
      let linked = SceneGraph(analysis.scenario).linkedFromBeginning
      for (index, scene) in scenes.enumerated()
      where !analysis.isReached[index] && linked.contains(index) {
        let what = scene.ending == nil ? "scene" : "ending"
        findings.report(
          "Some play comes to every \(what): none can come to “\(scene.title)”.",
          help: "Look at the conditions on the ways that lead to it, or take it out.",
          at: scene.range, in: unit.about.path)
      }
    }
  }
}

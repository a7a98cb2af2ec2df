extension Scenario {
  /// Reads a scenario: headings are scenes, a list of links is the choices. The ids of the scenes
  /// are gathered first, so that the second walk can look every name up.
  init(_ blocks: [Block], _ context: inout ReadingContext) {
    let blocks = Self.sceneHeadings(blocks, &context)
    var names = ScenarioNames(cast: context.cast(spokenIn: blocks), meters: context.meters())
    let passMark = context.value("pass", expected: "a share such as 70%", Percent.init(_:))

    var sections = blocks.split(omittingEmptySubsequences: false, whereSeparator: \.isSceneHeading)
    var briefing = sections.isEmpty ? [] : [Block](sections.removeFirst())
    if case .heading(level: 1, _)? = briefing.first?.kind { briefing.removeFirst() }

    let early = briefing.lazy.flatMap { block -> [MarkdownItem] in
      if case .list(let list) = block.kind { list.items } else { [] }
    }.first { ListEntry($0, in: context.path).leadsOn }
    if let early { context.report(.choiceBeforeScene, at: early.range) }
    var scenes: [Scene] = []
    for heading in blocks where heading.isSceneHeading {
      let scene = Self.scene(heading, index: scenes.count, &names, &context)
      scenes.append(scene)
    }
    if scenes.isEmpty { context.report(.noScenes, at: .firstCharacter) }
    for (index, section) in sections.enumerated() where index < scenes.count {
      var reader = SceneReader(scene: scenes[index])
      reader.read(section, &names, &context)
      scenes[index] = reader.scene
    }
    names.reportFlagsNeverSet(&context)
    // A link that is mended may lead there.
    if !context.hasErrors {
      for index in Self.unreached(scenes) {
        context.report(.unreachedScene(scenes[index].id), at: scenes[index].range)
      }
    }
    self.init(
      cast: names.cast, meters: names.meters, flags: names.flags, flagPlaces: names.flagPlaces,
      passMark: passMark, briefing: briefing, scenes: scenes)
  }

  /// Headings of another level, and bold lines, that a link takes for a scene, as headings of a
  /// scene: so that what is wrong is said once, and where it is wrong.
  private static func sceneHeadings(_ blocks: [Block], _ context: inout ReadingContext) -> [Block] {
    guard blocks.contains(where: \.mayBeSceneHeading) else { return blocks }
    let scenes = Set(
      blocks.filter(\.isSceneHeading).map { block -> String in
        if case .heading(_, let inlines) = block.kind { Slug.of(inlines.plainText) } else { "" }
      })
    return blocks.map { block in
      let words: [Inline]
      let mark: String
      switch block.kind {
      case .heading(let level, let inlines) where level != 2:
        words = inlines
        mark = String(repeating: "#", count: level)
      case .paragraph(let inlines):
        guard inlines.count == 1, case .strong(let bold) = inlines[0].kind else { return block }
        words = bold
        mark = "**"
      default: return block
      }
      let id = Slug.of(words.plainText)
      guard !id.isEmpty, context.linkedAnchors.contains(id), !scenes.contains(id) else {
        return block
      }
      context.report(
        .headingLevel(
          "a scene", found: mark, nearest: mark == "**" ? "## \(words.plainText)" : "##"),
        at: block.range)
      return Block(.heading(level: 2, words), range: block.range)
    }
  }

  /// The scenes that no way leads to, whatever the conditions are.
  private static func unreached(_ scenes: [Scene]) -> [Int] {
    var isReached = scenes.map { _ in false }
    var waiting = scenes.isEmpty ? [] : [0]
    while let index = waiting.popLast() {
      guard !isReached[index] else { continue }
      isReached[index] = true
      switch scenes[index].way {
      case .choices(let choices): waiting += choices.compactMap(\.target)
      case .story(let turns): waiting += turns.compactMap(\.target)
      case .ending, .nowhere: break
      }
    }
    return isReached.indices.filter { !isReached[$0] }
  }

  private static func scene(
    _ heading: Block, index: Int, _ names: inout ScenarioNames, _ context: inout ReadingContext
  ) -> Scene {
    guard case .heading(_, let inlines) = heading.kind else {
      return Scene(
        id: "", title: "", passages: [], asksOwnWords: false, way: .nowhere, range: heading.range)
    }
    let parts = context.heading(
      inlines, allowed: { _ in false }, place: ReadingContext.sceneHeading)
    let title = parts.text.plainText
    let wanted = parts.id ?? Slug.of(title)
    // GitHub numbers headings that are alike; so two links still lead to two places.
    let id = names.addScene(wanted, index: index)
    if id != wanted { context.report(.repeatedScene(wanted), at: heading.range) }
    return Scene(
      id: id, title: title, passages: [], asksOwnWords: false, way: .nowhere, range: heading.range)
  }
}

extension Block {
  var isSceneHeading: Bool {
    if case .heading(level: 2, _) = kind { true } else { false }
  }

  /// Of another level, or a line in bold.
  fileprivate var mayBeSceneHeading: Bool {
    switch kind {
    case .heading(let level, _): return level != 2
    case .paragraph(let inlines):
      if inlines.count == 1, case .strong = inlines[0].kind { return true }
      return false
    default: return false
    }
  }
}

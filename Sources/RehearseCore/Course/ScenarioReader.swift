extension Scenario {
  /// Reads a scenario: headings are scenes, a list of links is the choices. The ids of the scenes
  /// are gathered first, so that the second walk can look every name up.
  init(_ blocks: [Block], _ context: inout ReadingContext) {
    var names = ScenarioNames(cast: context.cast(), meters: context.meters())
    let passMark = context.value("pass", expected: "a share such as 70%", Percent.init(_:))

    var sections = blocks.split(omittingEmptySubsequences: false, whereSeparator: \.isSceneHeading)
    var briefing = sections.isEmpty ? [] : [Block](sections.removeFirst())
    if case .heading(level: 1, _)? = briefing.first?.kind { briefing.removeFirst() }

    for case .list(let list) in briefing.map(\.kind) {
      for item in list.items where ListEntry(item, in: context.path).leadsOn {
        context.report(.choiceBeforeScene, at: item.range)
      }
    }
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
    let parts = context.heading(inlines, allowed: { _ in false }, place: "a scene's heading")
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
}

extension ReadingContext {
  /// `cast: Maya = Maya Chen, HR director; You = Consultant`
  mutating func cast() -> [Scenario.CastMember] {
    guard let field = field("cast") else { return [] }
    var cast: [Scenario.CastMember] = []
    for entry in Words.list(field.value, separator: ";") {
      let parts = entry.split(separator: "=", maxSplits: 1).map { Words.trim(String($0)) }
      guard let name = parts.first, !name.isEmpty,
        // A comma where a semicolon belongs makes one person of two.
        parts.count < 2 || !parts[1].lowercased().contains(", you =")
      else {
        report(
          .fieldValue(name: "cast", value: entry, expected: "Name = who it is; Name = who it is"),
          at: field.valueRange)
        continue
      }
      if cast.contains(where: { $0.name == name }) {
        report(.repeatedName(name, place: "the cast"), at: field.valueRange)
        continue
      }
      cast.append(Scenario.CastMember(name: name, role: parts.count == 2 ? parts[1] : ""))
    }
    return cast
  }

  /// `meters: trust = 50 of 100; pace = 0 from -5 to 5`
  mutating func meters() -> [Scenario.Meter] {
    guard let field = field("meters") else { return [] }
    var meters: [Scenario.Meter] = []
    for entry in Words.list(field.value, separator: ";") {
      guard let meter = Scenario.Meter(entry) else {
        report(
          .fieldValue(
            name: "meters", value: entry, expected: "trust = 50 of 100; pace = 0 from -5 to 5"),
          at: field.valueRange)
        continue
      }
      if meters.contains(where: { $0.name == meter.name }) {
        report(.repeatedName(meter.name, place: "the meters"), at: field.valueRange)
        continue
      }
      meters.append(meter)
    }
    return meters
  }
}

extension Scenario.Meter {
  package static let limit = 1_000_000

  /// `trust = 50 of 100` or `pace = 0 from -5 to 5`.
  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map { Words.trim(String($0)) }
    guard parts.count == 2, Words.isName(parts[0]) else { return nil }
    let words = Words.split(parts[1])
    guard let first = words.first, let start = Words.integer(first) else { return nil }
    var bounds: (Int, Int)?
    switch words.count {
    case 3 where words[1] == "of":
      bounds = Words.integer(words[2]).map { (0, $0) }
    case 5 where words[1] == "from" && words[3] == "to":
      if let low = Words.integer(words[2]), let high = Words.integer(words[4]) {
        bounds = (low, high)
      }
    default: break
    }
    guard let (low, high) = bounds, low < high, (low...high).contains(start),
      max(abs(low), abs(high)) <= Self.limit
    else { return nil }
    self.init(name: parts[0], start: start, range: low...high)
  }
}

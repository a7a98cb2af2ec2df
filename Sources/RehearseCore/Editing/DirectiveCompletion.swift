extension CompletionFinder {
  /// What can go on a directive of which the part from `start` to the cursor stands there.
  mutating func findDirectives(from start: Int) {
    let typed = bytes[start..<offset]
    var word = offset
    while word > start, !Self.separates(bytes[word - 1]) { word -= 1 }
    let before = DirectiveWords(typed[..<word]).words
    let words = before.map { $0.text.lowercased() }
    guard let first = words.first else { return addDirectives(from: start) }
    switch first {
    case "points", "draw":
      if before.count == 2 { addSkills(from: word) }
    case "set", "clear":
      if before.count == 1 { addFlags(from: word) }
    case "if", "unless", "when": findCondition(after: Array(words.dropFirst()), from: word)
    case "skip":
      addDirectives(from: start)
      if words.count > 1 { findUnitCondition(after: Array(words.dropFirst(2)), from: word) }
    case "after":
      if before.count == 1 { addUnits(from: word) }
    case "skill":
      if before.count == 1 { addSkills(from: word) }
    // The directives of several words go on.
    default: addDirectives(from: start)
    }
  }

  private static func separates(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  // MARK: Conditions

  private mutating func findCondition(after words: [String], from start: Int) {
    switch words.last {
    // `visited #`, of which the mark is no part of the name.
    case "visited", "":
      for scene in page.scenario?.scenes ?? [] { add(.scene, scene.id, scene.title, from: start) }
    case "passed": addUnits(from: start)
    case nil, "and", "or", "not", "(":
      addMeters(from: start)
      addFlags(from: start)
      addKeywords(["visited", "passed", "not"], from: start)
    case let last? where Self.isComparison(last): break
    case let last?:
      // A meter wants to be compared; everything else is complete.
      if page.scenario?.meters.contains(where: { $0.name.lowercased() == last }) != true {
        addKeywords(["and", "or"], from: start)
      }
    }
  }

  private mutating func findUnitCondition(after words: [String], from start: Int) {
    switch words.last {
    case nil, "and", "or", "not", "(":
      addUnits(from: start)
      addKeywords(["passed"], from: start)
    case "passed": addUnits(from: start)
    default: break
    }
  }

  private static func isComparison(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { "<>=!≤≥≠".unicodeScalars.contains($0) }
  }

  // MARK: Names

  private mutating func addKeywords(_ words: [String], from start: Int) {
    for word in words { add(.keyword, word, "", from: start) }
  }

  private mutating func addMeters(from start: Int) {
    for meter in page.scenario?.meters ?? [] {
      let range = meter.range
      add(
        .meter, meter.name, "meter, \(range.lowerBound) to \(range.upperBound)", from: start)
    }
  }

  private mutating func addFlags(from start: Int) {
    // Not the one that is being typed: it exists nowhere else.
    let typed = page.text[start..<offset]
    for flag in page.scenario?.flags ?? [] where flag != typed {
      add(.flag, flag, "flag", from: start)
    }
  }

  private mutating func addSkills(from start: Int) {
    for skill in manuscript.course?.outline.skills ?? [] {
      add(.skill, skill.name, skill.title, from: start)
    }
  }

  private mutating func addUnits(from start: Int) {
    let units = manuscript.pages.values.map(\.unit.about).filter {
      $0.kind.canBePlayed && $0.path != page.path
    }
    for unit in units.sorted(by: { $0.path < $1.path }) {
      // Where two have one id, it names the first of them.
      let isItsOwn = manuscript.units.path(of: unit.id) == unit.path
      add(
        .unit, isItsOwn ? unit.id : String(unit.path.dropLast(3)),
        "\(unit.kind.rawValue): \(unit.title)", from: start)
    }
  }

  // MARK: Directives

  private mutating func addDirectives(from start: Int) {
    let places = places
    guard !places.isEmpty else { return }
    for help in DirectiveHelp.all where help.places.contains(where: places.contains) {
      add(.directive, help.insertion, help.form, from: start)
    }
    if places.contains(.choice) || places.contains(.passage) {
      for meter in page.scenario?.meters ?? [] {
        add(.meter, meter.name + " ", "\(meter.name) +5", from: start)
      }
    }
  }

  /// What kinds of directives can stand at the cursor.
  private var places: [DirectiveHelp.Place] {
    guard let part = page.marks.part(at: offset) else { return [] }
    switch (page.kind, part.kind) {
    case (.scenario, .paragraph): return [.passage]
    case (.scenario, .item):
      let hasLink = page.marks.links.contains {
        part.range.contains($0.destination.lowerBound) && $0.destination.upperBound < offset
      }
      return hasLink ? [.choice] : [.turn]
    case (.course, .item): return [.outline]
    case (.checklist, .item): return [.checklistItem]
    case (.certification, .item): return [.requirement]
    case (.assessment, .item): return [.rubric]
    case (.assessment, .heading(level: 3)): return [.question]
    case (.assessment, .heading(level: 2)):
      let hasSections = page.marks.parts.contains { $0.kind == .heading(level: 3) }
      return hasSections ? [.section] : [.section, .question]
    default: return []
    }
  }
}

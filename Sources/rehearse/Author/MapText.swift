import RehearseCore

/// A scenario drawn for the terminal: what is known of it, the tree of its scenes, its endings, and
/// what is to be looked at.
struct MapText {
  let map: ScenarioMap
  var passable = PassableUnits.none
  var heat: LocalHeat?
  var width: Int
  var theme: Theme

  private var analysis: ScenarioAnalysis { map.analysis }
  private var glyphs: Glyphs { theme.glyphs }

  var lines: [StyledText] {
    var page = MapPage(width: width, theme: theme)
    page.heading(map.title)
    for line in ScenarioSummary(map, passable: passable).lines {
      page.write(StyledText("\(line.name): ", .strong) + words(line.text), rest: "  ")
    }
    if let heat { attempts(heat, &page) }
    tree(&page)
    endings(&page)
    if let heat { stops(heat.heat, &page) }
    MapFindings(map: map, theme: theme).write(to: &page)
    return page.lines
  }

  /// Signs of the core's own wording that plain text has otherwise.
  private func words(_ text: String, _ role: Theme.Role? = nil) -> StyledText {
    StyledText(text.replacing("−", with: glyphs.minus), role)
  }

  // MARK: The tree

  /// Room for words beside the deepest scene.
  private static let narrowestWords = 28

  private func tree(_ page: inout MapPage) {
    page.heading("Scenes")
    var legend = "Every scene stands once."
    if map.scenes.contains(where: \.isOnBestLine) {
      legend += " \(glyphs.star) marks the best line."
    }
    if analysis.isExact {
      legend += " “Worth” is what can be earned from a choice to the end, its points among it."
    }
    page.write(StyledText(legend, .dim))
    let deepest = max(2, min(8, (width - Self.narrowestWords) / 2))
    for part in ScenarioTree(map, maximumDepth: deepest).parts {
      if part.kind == .unlinked {
        page.blank()
        page.write(StyledText("No way leads here from the beginning:", .caution))
      }
      for row in part.rows { self.row(row, &page) }
    }
  }

  private func row(_ row: ScenarioTree.Row, _ page: inout MapPage) {
    switch row.content {
    case .scene(let index):
      let scene = map.scenes[index]
      page.write(StyledText(), first: guides(row.depth, isBest: false))
      let facts = map.facts(ofScene: index, heat: heat?.heat).map(text)
      page.write(
        StyledText("## \(scene.title)", .strong)
          + (facts.isEmpty ? "" : StyledText(" (") + joined(facts, ", ") + ")"),
        first: guides(row.depth, isBest: scene.isOnBestLine),
        rest: guides(row.depth, isBest: false) + "   ")
    case .way(let index, let next): way(map.ways[index], next, row.depth + 1, &page)
    }
  }

  private func way(
    _ way: ScenarioMap.Way, _ next: ScenarioTree.Next, _ depth: Int, _ page: inout MapPage
  ) {
    let first = guides(depth, isBest: way.isOnBestLine)
    let rest = guides(depth, isBest: false) + (way.isChoice ? "   " : "  ")
    let facts = map.facts(of: way, heat: heat?.heat).map(text)
    let target = [arrow(way, next)] + facts
    guard way.isChoice else {
      let mark = StyledText("\(glyphs.bullet) ", .strong)
      page.write(
        mark + words(way.text + " ") + joined(target, separator), first: first,
        rest: rest)
      return
    }
    page.write(
      StyledText("\(way.item + 1). ", .strong) + StyledText(way.text), first: first, rest: rest)
    page.write(joined(target, separator), first: rest, rest: rest + "  ")
  }

  /// `+5 → The call (above)`
  private func arrow(_ way: ScenarioMap.Way, _ next: ScenarioTree.Next) -> StyledText {
    let points = map.points(of: way).map {
      words($0, way.points > 0 ? .good : way.points < 0 ? .bad : .dim) + " "
    }
    let target =
      switch next {
      case .here: "back here"
      case .nowhere: "nowhere"
      case .inside: title(way)
      case .above: "\(title(way)) (above)"
      case .below: "\(title(way)) (below)"
      }
    let role: Theme.Role? = next == .nowhere ? .bad : nil
    return (points ?? StyledText()) + StyledText("\(glyphs.arrow) \(target)", role)
  }

  private func title(_ way: ScenarioMap.Way) -> String { way.to.map { map.scenes[$0].title } ?? "" }

  private func guides(_ depth: Int, isBest: Bool) -> StyledText {
    let mark = isBest ? StyledText("\(glyphs.star) ", .good) : StyledText("  ")
    // Drawn lines are noise in a screen reader; blanks carry the same.
    let guide = glyphs == .ascii ? "  " : "\(glyphs.columnRule) "
    return mark + .repeating(guide, count: depth, .dim)
  }

  private func text(_ fact: ScenarioMap.Fact) -> StyledText {
    let role: Theme.Role? =
      switch fact.kind {
      case .critical, .trap: .bad
      case .missed: .caution
      case .heat: .strong
      case .condition, .call: .code
      case .outlook, .plain: .dim
      case .ending, .effect: nil
      }
    return words(fact.text, role)
  }

  private var separator: String { glyphs == .ascii ? ", " : " \(glyphs.separator) " }

  private func joined(_ parts: [StyledText], _ separator: String) -> StyledText {
    var text = StyledText()
    for (index, part) in parts.enumerated() {
      text += index == 0 ? part : StyledText(separator) + part
    }
    return text
  }

  // MARK: Endings and people

  private func endings(_ page: inout MapPage) {
    page.heading("Endings")
    let endings = analysis.endings
    if endings.isEmpty { page.write("None.") }
    for ending in endings {
      var line =
        StyledText(map.scenes[ending.scene].title, .strong)
        + StyledText(", \(ending.kind.word)", ending.kind.role)
      if let way = ending.way {
        line += StyledText(": \(map.words(of: way, to: ending.scene, glyphs))")
      } else {
        line += StyledText(
          analysis.isExact ? ": never reached" : ": not met within the limit", .caution)
      }
      page.write(line, first: "\(glyphs.bullet) ", rest: "  ")
    }
  }

  private func attempts(_ local: LocalHeat, _ page: inout MapPage) {
    page.write(
      StyledText("On this machine: ", .strong)
        + StyledText(local.heat.words + (local.mode.map { ", \($0.word) alone" } ?? "")), rest: "  "
    )
    for line in local.skippedWords { page.write(StyledText(line, .dim), first: "  ", rest: "  ") }
  }

  private func stops(_ heat: ScenarioHeat, _ page: inout MapPage) {
    page.heading("Where people stopped")
    let stopped = map.scenes.indices.filter { heat.scenes[$0].stopped > 0 }
      .sorted { (heat.scenes[$1].stopped, $0) < (heat.scenes[$0].stopped, $1) }
    if stopped.isEmpty { page.write("Nowhere.") }
    for index in stopped {
      let counts = heat.scenes[index]
      let parts = [(counts.open, "open"), (counts.left, "given up"), (counts.stuck, "stuck")]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      page.write(
        StyledText(map.scenes[index].title, .strong)
          + StyledText(
            ": \(counts.stopped) of \(counts.came) who came (\(parts.joined(separator: ", ")))"),
        first: "\(glyphs.bullet) ", rest: "  ")
    }
  }
}

extension ScenarioMap {
  /// `Opening 1 → The call 2 → Signed`: scenes with the numbers of what was taken there.
  func words(of way: [ScenarioAnalysis.Step], to end: Int, _ glyphs: Glyphs) -> String {
    (way.map { "\(scenes[$0.scene].title) \($0.item + 1)" } + [scenes[end].title])
      .joined(separator: " \(glyphs.arrow) ")
  }
}

/// Lines in the making.
struct MapPage {
  let width: Int
  let theme: Theme
  private(set) var lines: [StyledText] = []

  init(width: Int, theme: Theme) {
    self.width = width
    self.theme = theme
  }

  mutating func write(
    _ text: StyledText, first: StyledText = StyledText(), rest: StyledText = StyledText()
  ) {
    lines += text.wrapped(to: width, first: first, rest: rest)
  }

  mutating func blank() { lines.append(StyledText()) }

  mutating func heading(_ text: String) {
    if !lines.isEmpty { blank() }
    write(StyledText(text, .heading))
    if !theme.isStyled {
      lines.append(.repeating(theme.glyphs.rule, count: min(DisplayWidth.of(text), width)))
    }
  }
}

import RehearseCore
import RehearseStore

/// Puts a session's actions on the terminal.
struct Screen {
  let place: Workplace
  let mode: Mode
  let skills: [Outline.Skill]
  /// Where the learner is, in words.
  private(set) var sceneTitle = ""

  init(place: Workplace, mode: Mode, skills: [Outline.Skill]) {
    self.place = place
    self.mode = mode
    self.skills = skills
  }

  private var theme: Theme { place.theme }

  mutating func show(_ actions: [Action]) {
    for (index, action) in actions.enumerated() where !isPassedThrough(actions[index...]) {
      show(action)
    }
  }

  /// Whether a scene says nothing before the story goes on to the next one: then its heading would
  /// stand over another heading.
  private func isPassedThrough(_ actions: ArraySlice<Action>) -> Bool {
    guard case .scene? = actions.first else { return false }
    for action in actions.dropFirst() {
      switch action {
      case .scene: return true
      case .meter: continue
      default: return false
      }
    }
    return false
  }

  private mutating func show(_ action: Action) {
    switch action {
    case .opened(let unit): opened(unit)
    case .text(let blocks):
      place.blank()
      place.write(blocks)
    case .people(let cast):
      place.blank()
      for member in cast where !member.role.isEmpty {
        place.write(StyledText("\(member.name): ", .speaker) + StyledText(member.role), rest: "  ")
      }
    case .meters(let meters):
      place.blank()
      for meter in meters {
        console.writeLine(
          Bar(meter.name, value: meter.value, in: meter.range).text(theme)
            .shortened(to: console.measure, theme.glyphs))
      }
    case .scene(let title):
      sceneTitle = title
      place.heading(title)
    case .passage(let speaker, let block): passage(speaker, block)
    case .meter(let name, let from, let to, let range):
      // In an assessed attempt a meter would say at once what the coach says at the end.
      if mode == .practice { meter(name, from, to, range) }
    case .reply(let blocks):
      place.blank()
      place.write(blocks)
    case .feedback(let blocks, let points): feedback(blocks, points)
    case .section(let title, let introduction):
      place.heading(title)
      if !introduction.isEmpty { place.write(introduction) }
    case .marked(let marked): MarkedQuestionText(place: place).show(marked)
    case .hint(let number, let count, let text):
      place.write(
        StyledText("Hint \(number) of \(count): ", .strong) + inline(text), rest: "  ")
    case .pausePointMarked(let marked): show(marked)
    case .stuck(let scene):
      place.blank()
      place.write(
        "The scenario cannot go on from “\(scene)”: that is a mistake in the course, not yours."
          + " Please tell the training group.", .caution)
    case .finished(let result): ResultText(place: place, skills: skills).show(result)
    case .undone:
      place.blank()
      place.write("Taken back.", .dim)
    }
  }

  private func opened(_ unit: UnitDescription) {
    place.blank()
    place.write(StyledText(unit.title, .heading))
    var facts = [unit.kind.word]
    if let minutes = unit.minutes { facts.append("about \(HomeScreen.duration(minutes))") }
    if [.scenario, .assessment].contains(unit.kind) { facts.append(mode.word) }
    place.write(facts.joined(separator: " \(theme.glyphs.separator) "), .dim)
    if let why = unit.why, !why.isEmpty { place.write(why, .emphasis) }
    if !theme.isStyled { console.writeLine(.repeating(theme.glyphs.rule, count: 20)) }
  }

  private var console: any Console { place.console }

  private func passage(_ speaker: Scenario.CastMember?, _ block: Block) {
    place.blank()
    guard let speaker else {
      place.write([block])
      return
    }
    place.write([block], lead: StyledText("\(speaker.name): ", .speaker))
  }

  private func meter(_ name: String, _ from: Int, _ to: Int, _ range: ClosedRange<Int>) {
    let change = (to - from).writtenAsChange(theme.glyphs)
    let role: Theme.Role = to > from ? .good : .bad
    place.write(
      StyledText("[\(name) ", .dim) + StyledText(change, role)
        + StyledText(", now \(Bar(value: to, in: range).words(theme.glyphs))]", .dim))
  }

  private func feedback(_ blocks: [Block], _ points: Int?) {
    place.blank()
    guard !blocks.isEmpty else {
      let points = points ?? 0
      place.write(
        StyledText("Points: ", .dim)
          + StyledText(points.writtenAsChange(theme.glyphs), points > 0 ? .good : .bad))
      return
    }
    var first = StyledText("Coach", .strong)
    if let points, points != 0 {
      first += StyledText(" (\(points.writtenAsChange(theme.glyphs)))", points > 0 ? .good : .bad)
    }
    first += ": "
    place.write(blocks, lead: first)
  }

  private func show(_ marked: MarkedPausePoint) {
    place.blank()
    for (number, (item, index)) in zip(marked.point.items, marked.point.order).enumerated() {
      let chosen = marked.chosen.contains(index)
      let isRight = chosen == item.belongs
      let word =
        isRight
        ? (item.belongs ? "right, it belongs" : "right, left out")
        : item.belongs
          ? (item.isCritical ? "missed, it belongs and is critical" : "missed, it belongs")
          : "does not belong here"
      let mark = StyledText(
        isRight ? theme.glyphs.right : theme.glyphs.wrong, isRight ? .good : .bad)
      place.write(
        StyledText("\(number + 1). ", .strong) + mark + " " + inline(item.text)
          + StyledText(" (\(word))", .dim), rest: "   ")
      guard !isRight || mode == .practice else { continue }
      if !item.why.isEmpty { place.write(item.why, first: "    ", rest: "    ") }
      if let ask = item.ask, item.belongs {
        place.write(StyledText("Ask: ", .strong) + inline(ask), first: "    ", rest: "    ")
      }
    }
  }

  // MARK: What is asked

  func inline(_ inlines: [Inline]) -> StyledText {
    var layout = InlineLayout(theme: theme, links: LinkTable())
    return layout.text(inlines)
  }

  func numbered(_ number: Int, of count: Int, _ text: [Inline]) {
    let mark = StyledText("\(number). ", .strong).padded(to: count > 9 ? 4 : 3)
    place.write(
      inline(text), first: mark, rest: .blanks(mark.width))
  }

  func question(_ put: PutQuestion, timeLeft: String?) {
    place.blank()
    let facts = ["Question \(put.number) of \(put.count)", timeLeft].compactMap { $0 }
    place.write(facts.joined(separator: " \(theme.glyphs.separator) "), .dim)
    place.write(inline(put.question.stem), first: StyledText(), rest: StyledText())
    if !put.question.text.isEmpty { place.write(put.question.text) }
    switch put.question.form {
    case .single(let single): options(put.order.map { single.options[$0].text })
    case .multiple(let multiple):
      options(put.order.map { multiple.options[$0].text })
    case .ordering(let ordering): options(put.order.map { ordering.steps[$0] })
    case .matching(let matching):
      place.write(inline(matching.leftTitle) + ":", first: StyledText(), rest: StyledText())
      options(matching.pairs.map(\.left))
      place.write(inline(matching.rightTitle) + ":", first: StyledText(), rest: StyledText())
      for (place, index) in put.order.enumerated() {
        let letter = String(UnicodeScalar(UInt8(97 + place % 26)))
        self.place.write(
          inline(matching.pairs[index].right), first: StyledText("\(letter). ", .strong),
          rest: "   ")
      }
    case .trueFalse, .number, .shortText, .free: break
    }
  }

  private func options(_ texts: [[Inline]]) {
    for (index, text) in texts.enumerated() { numbered(index + 1, of: texts.count, text) }
  }

  // MARK: A real run

  func pausePoint(_ board: EngagementBoard) {
    guard let current = board.current else { return }
    let point = board.view.pausePoints[current]
    if board.view.mode == .readDo, let next = board.nextItem {
      if next == board.ranges[current].lowerBound { heading(point, current, board) }
      place.blank()
      item(next, board, full: true)
    } else {
      heading(point, current, board)
      for index in board.ranges[current] { item(index, board, full: true) }
    }
  }

  func allPausePoints(_ board: EngagementBoard) {
    for (index, point) in board.view.pausePoints.enumerated() {
      heading(point, index, board)
      for item in board.ranges[index] { self.item(item, board, full: false) }
    }
  }

  private func heading(_ point: Checklist.PausePoint, _ index: Int, _ board: EngagementBoard) {
    place.heading(point.title.isEmpty ? "Pause point \(index + 1)" : point.title)
    if !point.text.isEmpty { place.write(point.text) }
  }

  private func item(_ index: Int, _ board: EngagementBoard, full: Bool) {
    let item = board.items[index]
    let box =
      switch board.view.states[index] {
      case .open: "[ ]"
      case .done: "[x]"
      case .notApplicable: "[-]"
      }
    let mark = StyledText("\(box) \(index + 1). ", .strong)
    place.write(
      (item.isCritical ? StyledText("! ", .caution) : StyledText()) + inline(item.text),
      first: mark,
      rest: .blanks(mark.width))
    if full {
      if !item.why.isEmpty { place.write(item.why, first: "      ", rest: "      ") }
      if let ask = item.ask {
        place.write(StyledText("Ask: ", .strong) + inline(ask), first: "      ", rest: "      ")
      }
    }
    if let remark = board.view.remarks[index] {
      place.write(
        StyledText("Remark: ", .strong) + StyledText(remark), first: "      ", rest: "      ")
    }
  }
}

extension UnitKind {
  /// What people call it.
  var word: String {
    switch self {
    case .course: "course"
    case .lesson: "lesson"
    case .scenario: "role-play"
    case .checklist: "checklist"
    case .assessment: "assessment"
    case .aid: "job aid"
    case .certification: "certification"
    }
  }
}

extension Mode {
  var word: String {
    switch self {
    case .practice: "practice"
    case .assessed: "for the record"
    case .engagement: "for a customer"
    }
  }
}

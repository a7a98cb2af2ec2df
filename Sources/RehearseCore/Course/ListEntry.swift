/// An item of a list in a scene: a choice of the learner's, a turn of the story's, or just text.
struct ListEntry {
  enum Kind { case choice, turn, other }

  let item: MarkdownItem
  let kind: Kind
  private let path: String
  private let line: [Inline]

  init(_ item: MarkdownItem, in path: String) {
    self.item = item
    self.path = path
    if case .paragraph(let inlines)? = item.blocks.first?.kind {
      line = inlines.trimmed
    } else {
      line = []
    }
    kind = Self.kind(of: line, path)
  }

  var leadsOn: Bool { kind != .other }

  var looksLikeBrokenLink: Bool {
    let text = line.plainText
    return kind == .other
      && (Lookalike.isBrokenLink(text) || ["](", "] (", "(#"].contains { text.contains($0) })
  }

  /// The first link to a page on the web, which leads nowhere in a course.
  var webLink: (url: String, range: SourceRange)? {
    for inline in line {
      if case .link(let destination, _) = inline.kind,
        case .external(let url) = LinkTarget(destination, in: path)
      {
        return (url, inline.range)
      }
    }
    return nil
  }

  /// The condition of an item that begins with `if` or `unless`, as `when` in a story's list.
  var conditionInFront: (code: String, meant: String, range: SourceRange)? {
    guard let first = line.first, let code = first.code, case .given = Directive(code),
      let keyword = Words.split(code).first
    else { return nil }
    let rest = Words.split(code).dropFirst().joined(separator: " ")
    let meant = keyword.lowercased() == "if" ? "when \(rest)" : "when not (\(rest))"
    return (code, meant, first.range)
  }

  private static func kind(of line: [Inline], _ path: String) -> Kind {
    if let code = line.first?.code {
      switch Directive(code) {
      case .when, .chance, .otherwise: return .turn
      case .some: break
      case nil:
        switch Directive.suggestion(for: code).flatMap({ Directive($0) }) {
        case .when, .chance, .otherwise: return .turn
        default: break
        }
        if let word = Words.split(code).first?.lowercased(),
          ["when", "chance", "otherwise"].contains(word)
        {
          return .turn
        }
      }
    }
    if case .text(let text)? = line.first?.kind {
      switch UncodedDirective(before: text)?.directive {
      case .when, .chance, .otherwise: return .turn
      default: break
      }
    }
    let isChoice = line.contains { inline in
      guard case .link(let destination, _) = inline.kind else { return false }
      if destination.utf8.first == UInt8(ascii: "#") { return true }
      if case .external = LinkTarget(destination, in: path) { return false }
      return true
    }
    return isChoice ? .choice : .other
  }

  // MARK: Choices

  func choice(_ names: inout ScenarioNames, _ context: inout ReadingContext) -> Scenario.Choice {
    var choice = Scenario.Choice(
      text: [], condition: nil, isOnce: false, isCritical: false, points: 0, skillPoints: [],
      effects: [], call: nil, target: nil, reply: [], feedback: [], range: item.range)
    var hasTarget = false
    let (line, reply) = Self.splittingReply(line)
    if let first = reply.first, let last = reply.last {
      choice.reply = [
        Block(.paragraph(reply), range: SourceRange(first.range.start, last.range.end))
      ]
    }
    var conditions: [Scenario.Condition] = []
    for inline in line {
      if case .link(let destination, let words) = inline.kind {
        choice.text += words
        follow(destination, inline.range, &choice, &hasTarget, &names, &context)
      } else if inline.code != nil {
        if let directive = context.directive(inline, allowed: Self.isAllowed, place: "a choice") {
          if case .given(let syntax) = directive {
            conditions.append(names.condition(syntax, at: inline.range, &context))
          } else {
            apply(directive, inline.range, to: &choice, &names, &context)
          }
        }
      } else if !inline.isBlank || !choice.text.isEmpty {
        choice.text.append(inline)
      }
    }
    choice.condition = .all(conditions[...])
    choice.text = choice.text.trimmed
    reportDirectiveWithoutCode(line, &context)
    if choice.text.isEmpty { context.report(.choiceWithoutText, at: item.range) }
    for block in item.blocks.dropFirst() {
      switch block.kind {
      case .quote(let feedback): choice.feedback += feedback
      case .list(let list) where list.items.contains { ListEntry($0, in: path).leadsOn }:
        context.report(.indentedTooFar("-"), at: block.range)
      default: choice.reply.append(block)
      }
    }
    return choice
  }

  /// `points 5` without its backquotes, or between quotation marks, is read to the learner.
  private func reportDirectiveWithoutCode(_ line: [Inline], _ context: inout ReadingContext) {
    guard
      let link = line.lastIndex(where: { if case .link = $0.kind { true } else { false } })
    else { return }
    for inline in line[(link + 1)...] {
      guard case .text(let text) = inline.kind, text.utf8.count > 3 else { continue }
      if let whole = UncodedDirective(text), Self.isAllowed(whole.directive) {
        let isAlone = whole.directive == .once || whole.directive == .critical
        if isAlone || whole.isTelling || UncodedDirective(marked: text) != nil {
          context.report(.directiveWithoutCode(whole.words), at: inline.range)
          return
        }
      }
      let words = Words.split(String(text.map { UncodedDirective.isMark($0) ? " " : $0 }))
      for start in words.indices.prefix(40) {
        for length in [3, 2] where start + length <= words.count {
          let candidate = words[start..<(start + length)].joined(separator: " ")
          switch Directive(candidate) {
          case .points, .addToMeter, .setMeter:
            context.report(.directiveWithoutCode(candidate), at: inline.range)
            return
          default: break
          }
        }
      }
    }
  }

  /// Lines of plain text after the last link or directive are what happens next, as they would be
  /// in a paragraph of their own.
  private static func splittingReply(_ line: [Inline]) -> (line: [Inline], reply: [Inline]) {
    let last = line.lastIndex { inline in
      if case .link = inline.kind { true } else { inline.code != nil }
    }
    guard let last,
      let lineEnd = line[last...].firstIndex(where: {
        $0.kind == .softBreak || $0.kind == .lineBreak
      })
    else { return (line, []) }
    return ([Inline](line[..<lineEnd]), [Inline](line[(lineEnd + 1)...]).trimmed)
  }

  private func follow(
    _ destination: String, _ range: SourceRange, _ choice: inout Scenario.Choice,
    _ hasTarget: inout Bool, _ names: inout ScenarioNames, _ context: inout ReadingContext
  ) {
    guard !destination.isEmpty else {
      context.report(.brokenLink, at: range)
      return
    }
    switch LinkTarget(destination, in: path) {
    case .anchor(let id):
      if hasTarget { context.report(.twoTargets, at: range) }
      hasTarget = true
      choice.target = names.scene(id, at: range, &context)
    case .file(let file, _):
      if choice.call != nil || hasTarget { context.report(.callAfterTarget, at: range) }
      choice.call = file
    case .external(let url): context.report(.choiceLeavesCourse(url), at: range)
    case .outside: break
    }
  }

  private func apply(
    _ directive: Directive, _ range: SourceRange, to choice: inout Scenario.Choice,
    _ names: inout ScenarioNames, _ context: inout ReadingContext
  ) {
    switch directive {
    case .points(let points, let skill):
      choice.points += points
      if let skill {
        choice.skillPoints.append(Scenario.SkillPoints(skill: skill, points: points))
        context.addSkillReference(skill, at: range)
      }
    case .once: choice.isOnce = true
    case .critical: choice.isCritical = true
    default:
      if let effect = names.effect(directive, at: range, &context) { choice.effects.append(effect) }
    }
  }

  private static func isAllowed(_ directive: Directive) -> Bool {
    switch directive {
    case .points, .given, .once, .critical, .addToMeter, .setMeter, .setFlag, .clearFlag: true
    default: false
    }
  }

  // MARK: Turns

  func turn(_ names: inout ScenarioNames, _ context: inout ReadingContext) -> Scenario.Turn {
    var trigger: Scenario.Turn.Trigger?
    var target: Int?
    var hasLink = false
    if let first = line.first, case .text(let text) = first.kind,
      let uncoded = UncodedDirective(before: text)
    {
      context.report(.directiveWithoutCode(uncoded.words), at: first.range)
      trigger = Self.trigger(uncoded.directive, first.range, &names, &context)
    }
    if let front = conditionInFront {
      context.report(
        .misplacedDirective(front.code, place: "a story's list", nearest: front.meant),
        at: front.range)
      trigger = Directive(front.meant).flatMap {
        Self.trigger($0, front.range, &names, &context)
      }
    }
    for inline in line {
      if case .link(let destination, _) = inline.kind {
        if hasLink { context.report(.twoTargets, at: inline.range) }
        hasLink = true
        guard case .anchor(let id) = LinkTarget(destination, in: path) else {
          context.report(.turnLeavesScenario(destination), at: inline.range)
          continue
        }
        target = names.scene(id, at: inline.range, &context)
      } else if inline.code != nil, inline.range != conditionInFront?.range {
        let directive = context.directive(
          inline,
          allowed: {
            switch $0 {
            case .when, .chance, .otherwise: true
            default: false
            }
          }, place: "a story's list")
        if trigger != nil, directive != nil {
          context.report(.twoTriggers, at: inline.range)
          continue
        }
        trigger = directive.flatMap { Self.trigger($0, inline.range, &names, &context) } ?? trigger
      }
    }
    if !hasLink { context.report(.turnWithoutLink, at: item.range) }
    return Scenario.Turn(
      trigger: trigger ?? .when(.never), target: target, range: item.range)
  }

  private static func trigger(
    _ directive: Directive, _ range: SourceRange, _ names: inout ScenarioNames,
    _ context: inout ReadingContext
  ) -> Scenario.Turn.Trigger? {
    switch directive {
    case .when(let syntax): .when(names.condition(syntax, at: range, &context))
    case .chance(let percent): .chance(percent)
    case .otherwise: .otherwise
    default: nil
    }
  }
}

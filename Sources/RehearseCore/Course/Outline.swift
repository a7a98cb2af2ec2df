/// The cover and the outline of a course: what it is, and its units in the author's order.
package struct Outline: Sendable {
  package struct Section: Sendable {
    package var title: String
    package var entries: [Entry]
  }

  package struct Entry: Sendable {
    package var title: String
    /// The path of the unit's file, from the course folder.
    package var path: String
    /// When the learner may leave the unit out: results of other units.
    package var skipIf: ConditionSyntax?
    /// Names of units that come first.
    package var after: [String]
    /// Whether it stands in a numbered list: a step of the course. What stands in a list of points is
    /// at hand where it is wanted. Where no list has numbers, everything is a step.
    package var isStep = false
    package var range: SourceRange
  }

  package struct Skill: Equatable, Sendable {
    package var name: String
    package var title: String
  }

  package var cover: [Block]
  package var version: String?
  package var language: String?
  package var skills: [Skill]
  package var sections: [Section]

  package var entries: [Entry] { sections.flatMap(\.entries) }

  init(_ blocks: [Block], _ context: inout ReadingContext) {
    version = context.field("version")?.value
    language = context.field("language")?.value
    _ = context.field("author")
    _ = context.field("licence")
    skills = context.skillTitles()
    cover = []
    sections = []
    for block in blocks {
      switch block.kind {
      case .heading(level: 1, _) where sections.isEmpty && cover.isEmpty: continue
      case .heading(let level, let inlines) where level <= 2:
        sections.append(Section(title: inlines.plainText, entries: []))
      case .list(let list) where Self.isOutline(list, context.path):
        if sections.isEmpty { sections.append(Section(title: "", entries: [])) }
        for item in list.items {
          if var entry = Self.entry(item, &context) {
            entry.isStep = list.start != nil
            sections[sections.count - 1].entries.append(entry)
          }
        }
      default:
        if sections.isEmpty { cover.append(block) }
      }
    }
    sections.removeAll { $0.entries.isEmpty }
    if !entries.contains(where: \.isStep) {
      for section in sections.indices {
        for entry in sections[section].entries.indices {
          sections[section].entries[entry].isStep = true
        }
      }
    }
    if sections.isEmpty { context.report(.emptyOutline, at: .firstCharacter) }
    reportRepetitions(&context)
  }

  private static func isOutline(_ list: MarkdownList, _ path: String) -> Bool {
    list.items.contains { item in
      guard case .paragraph(let inlines)? = item.blocks.first?.kind else { return false }
      return inlines.contains {
        guard case .link(let destination, _) = $0.kind else { return false }
        if case .file = LinkTarget(destination, in: path) { return true }
        return false
      }
    }
  }

  private static func entry(_ item: MarkdownItem, _ context: inout ReadingContext) -> Entry? {
    guard case .paragraph(let inlines)? = item.blocks.first?.kind else {
      context.report(.outlineWithoutLink, at: item.range)
      return nil
    }
    var entry = Entry(title: "", path: "", skipIf: nil, after: [], range: item.range)
    for inline in inlines {
      if case .link(let destination, let words) = inline.kind, entry.path.isEmpty,
        case .file(let path, _) = LinkTarget(destination, in: context.path)
      {
        entry.title = words.plainText
        entry.path = path
      } else if inline.code != nil {
        read(inline, into: &entry, &context)
      } else if case .text(let text) = inline.kind {
        readUncoded(text, inline.range, &context)
      }
    }
    guard !entry.path.isEmpty else {
      // What looks like a link was reported.
      if !Lookalike.isBrokenLink(inlines.plainText) {
        context.report(.outlineWithoutLink, at: item.range)
      }
      return nil
    }
    return entry
  }

  private static func read(
    _ inline: Inline, into entry: inout Entry, _ context: inout ReadingContext
  ) {
    if let code = inline.code, case .skipIf(let condition)? = Directive(code),
      let meant = condition.asShare
    {
      context.report(
        .misplacedDirective(code, place: "the outline", nearest: "skip if \(meant)"),
        at: inline.range)
      return
    }
    let directive = context.directive(
      inline,
      allowed: {
        switch $0 {
        case .skipIf, .after: true
        default: false
        }
      }, place: "the outline")
    switch directive {
    case .after(let name):
      entry.after.append(name)
      context.addUnitReference(name, at: inline.range)
    case .skipIf(let condition):
      if context.addUnitNames(in: condition, at: inline.range) {
        entry.skipIf = condition
      } else {
        context.report(
          .misplacedDirective(inline.code ?? "", place: "the outline"), at: inline.range)
      }
    default: break
    }
  }

  /// `after first-words` in quotation marks.
  private static func readUncoded(
    _ text: String, _ range: SourceRange, _ context: inout ReadingContext
  ) {
    guard let uncoded = UncodedDirective(text) else { return }
    switch uncoded.directive {
    case .after where UncodedDirective(marked: text) != nil, .skipIf:
      context.report(.directiveWithoutCode(uncoded.words), at: range)
    default: break
    }
  }

  private func reportRepetitions(_ context: inout ReadingContext) {
    var seen: Set<String> = []
    for entry in entries where !seen.insert(entry.path).inserted {
      context.report(.repeatedOutlineEntry(entry.path), at: entry.range)
    }
  }
}

extension ConditionSyntax {
  /// `talk >= 80%`, where the sign for percent was left out.
  fileprivate var asShare: String? {
    guard case .compare(let name, let comparison, let number) = self, (0...100).contains(number)
    else { return nil }
    return "\(name) \(comparison.rawValue) \(number)%"
  }
}

extension ReadingContext {
  /// `skills: discovery = Discovery; risk = Naming risks`
  mutating func skillTitles() -> [Outline.Skill] {
    guard let field = field("skills") else { return [] }
    let separator: Character = field.value.contains(";") ? ";" : ","
    var skills: [Outline.Skill] = []
    for entry in Words.list(field.value, separator: separator) {
      let parts = entry.split(separator: "=", maxSplits: 1).map { Words.trim(String($0)) }
      guard let name = parts.first, Words.isName(name) else {
        report(
          .fieldValue(
            name: "skills", value: entry, expected: "discovery = Discovery; risk = Naming risks"),
          at: field.valueRange)
        // So that nobody who trains it hears of it as well.
        if let name = Words.split(entry).first, Words.isName(name) {
          skills.append(Outline.Skill(name: name, title: name))
        }
        continue
      }
      skills.append(Outline.Skill(name: name, title: parts.count == 2 ? parts[1] : name))
    }
    return skills
  }

  /// Notes the units in a condition on results; false where it asks for anything else.
  mutating func addUnitNames(in condition: ConditionSyntax, at range: SourceRange) -> Bool {
    switch condition {
    case .compareShare(let name, _, _), .passed(let name):
      addUnitReference(name, at: range)
      return true
    case .not(let inner): return addUnitNames(in: inner, at: range)
    case .and(let a, let b), .or(let a, let b):
      let first = addUnitNames(in: a, at: range)
      return addUnitNames(in: b, at: range) && first
    case .compare, .flag, .visited: return false
    }
  }
}

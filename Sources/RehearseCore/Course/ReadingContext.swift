/// What the readers of all kinds of units share while a file is being read.
struct ReadingContext {
  let path: String
  let front: FrontMatter
  private(set) var findings: [Finding]
  private(set) var unitReferences: [UnitReference] = []
  private(set) var skillReferences: [SkillReference] = []
  private var usedFields: Set<String> = []

  init(path: String, front: FrontMatter, findings: [Finding]) {
    self.path = path
    self.front = front
    self.findings = findings
  }

  /// Nobody mends more at a time, and near misses take time to find: what comes after this many
  /// findings in one file is not reported.
  static let maximumFindings = 1_000

  var isFull: Bool { findings.count >= Self.maximumFindings }

  var hasErrors: Bool { findings.contains { $0.problem.severity == .error } }

  mutating func report(_ problem: @autoclosure () -> Problem, at range: SourceRange) {
    guard !isFull else { return }
    findings.append(Finding(problem(), at: range))
  }

  // MARK: Front matter

  mutating func field(_ name: String) -> FrontMatter.Field? {
    usedFields.insert(name)
    return front[name]
  }

  /// The field's value as `read` understands it; a finding where it does not.
  mutating func value<Value>(
    _ name: String, expected: String, _ read: (String) -> Value?
  ) -> Value? {
    guard let field = field(name) else { return nil }
    guard let value = read(field.value) else {
      report(.fieldValue(name: name, value: field.value, expected: expected), at: field.valueRange)
      return nil
    }
    return value
  }

  mutating func describe() -> UnitDescription {
    var kind = UnitKind.lesson
    if let field = field("kind") {
      if let known = UnitKind(rawValue: field.value.lowercased()) {
        kind = known
      } else {
        let nearest = UnitKind.meant(by: field.value)?.rawValue
        report(.unknownKind(field.value, nearest: nearest), at: field.valueRange)
        // Without a kind, any field may be right.
        if let known = nearest.flatMap(UnitKind.init(rawValue:)) {
          kind = known
        } else {
          usedFields.formUnion(front.fields.map(\.name))
        }
      }
    } else if front.lineCount > 0 {
      report(.missingField("kind"), at: .firstCharacter)
    }
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".md") { name.removeLast(3) }
    var title = name
    if let field = field("title"), !field.value.isEmpty {
      title = field.value
    } else if front.lineCount > 0 {
      report(.missingField("title"), at: .firstCharacter)
    }
    let id = value("id", expected: "a name of letters, digits and hyphens") {
      Words.isName($0) ? $0 : nil
    }
    let minutes = value("minutes", expected: "a whole number from 1 to 600") {
      Words.integer($0).flatMap { (1...600).contains($0) ? $0 : nil }
    }
    let skills = kind == .course ? [] : readSkills()
    return UnitDescription(
      kind: kind, path: path, id: id ?? name, title: title, minutes: minutes, skills: skills,
      why: field("why")?.value, allowances: allowances(), fields: front.fields,
      range: .firstCharacter)
  }

  /// `allow: longest-key = the long option is what she said; no-minutes = it depends on the client`
  private mutating func allowances() -> [Allowance] {
    (field("allow")?.parts(between: ";") ?? []).map { part in
      let words = part.text.split(separator: "=", maxSplits: 1).map { Words.trim(String($0)) }
      return Allowance(
        rule: words.first ?? "", reason: words.count == 2 ? words[1] : "", range: part.range)
    }
  }

  private mutating func readSkills() -> [String] {
    guard let field = field("skills") else { return [] }
    let names = Words.list(field.value)
    for name in names { addSkillReference(name, at: field.valueRange) }
    return names
  }

  mutating func reportUnusedFields(for kind: UnitKind) {
    for field in front.fields where !usedFields.contains(field.name) {
      let nearest =
        NearMiss.of(field.name, among: usedFields.sorted())
        ?? UnitKind.withField(field.name).map { "kind: \($0.rawValue)" }
      report(
        .unknownField(field.name, kind: kind.rawValue, nearest: nearest), at: field.nameRange)
    }
  }

  // MARK: Names of other things

  mutating func addUnitReference(_ name: String, at range: SourceRange) {
    unitReferences.append(UnitReference(name: name, range: range))
  }

  mutating func addSkillReference(_ name: String, at range: SourceRange) {
    skillReferences.append(SkillReference(name: name, range: range))
  }

  /// The text of a lesson or an aid, which needs no reading but must not be empty.
  mutating func page(_ blocks: [Block]) -> [Block] {
    if blocks.isEmpty { report(.emptyUnit, at: .firstCharacter) }
    return blocks
  }

  // MARK: Directives

  /// Reads code that stands where only directives are expected.
  mutating func directive(_ inline: Inline, allowed: (Directive) -> Bool, place: String)
    -> Directive?
  {
    guard let code = inline.code else { return nil }
    guard let directive = Directive(code) else {
      report(.unknownDirective(code, nearest: Directive.nearMiss(code)), at: inline.range)
      return nil
    }
    guard allowed(directive) else {
      report(.misplacedDirective(code, place: place), at: inline.range)
      return nil
    }
    return directive
  }

  /// Splits `text {#id} `draw 8`` as it stands in headings.
  mutating func heading(
    _ inlines: [Inline], allowed: (Directive) -> Bool, place: String
  ) -> HeadingParts {
    var rest = inlines[...]
    rest.dropBlanks()
    var directives: [(Directive, SourceRange)] = []
    while let last = rest.last, last.code != nil {
      // Only what reads like a directive: a question may well end in a piece of code.
      if let code = last.code, Directive(code) == nil, Directive.nearMiss(code) == nil { break }
      if let directive = directive(last, allowed: allowed, place: place) {
        directives.append((directive, last.range))
      }
      rest.removeLast()
      rest.dropBlanks()
    }
    directives.reverse()
    var text = [Inline](rest).trimmed
    var id: String?
    if case .text(let words)? = text.last?.kind, words.hasSuffix("}"),
      let brace = words.range(of: "{#")
    {
      id = String(words[brace.upperBound...].dropLast())
      let rest = String(words[..<brace.lowerBound]).droppingTrailingBlanks
      text[text.count - 1].kind = .text(rest)
    }
    return HeadingParts(text: text, id: id, directives: directives)
  }
}

struct HeadingParts {
  var text: [Inline]
  var id: String?
  var directives: [(Directive, SourceRange)]
}

extension String {
  /// The last place of `needle`, without Foundation.
  fileprivate func range(of needle: String) -> Range<Index>? {
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(needle) {
        return start..<index(start, offsetBy: needle.count)
      }
    }
    return nil
  }
}

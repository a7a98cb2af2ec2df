/// What the readers of all kinds of units share while a file is being read.
struct ReadingContext {
  let path: String
  let front: FrontMatter
  private(set) var findings: [Finding]
  private(set) var unitReferences: [UnitReference] = []
  private(set) var skillReferences: [SkillReference] = []
  private var usedFields: Set<String> = []
  /// Whether this is an assessment without its key.
  var isSealed = false
  private let links: [Link]
  /// The headings that links in this file name.
  private(set) lazy var linkedAnchors = Set(
    links.lazy.filter { $0.destination.hasPrefix("#") }.map { String($0.destination.dropFirst()) })

  init(path: String, front: FrontMatter, findings: [Finding], links: [Link] = []) {
    self.path = path
    self.links = links
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
    let problem = problem()
    // Brackets in text and the item that they stand in are one link.
    if problem == .brokenLink,
      findings.contains(where: {
        $0.problem == problem && $0.range.start.line == range.start.line
      })
    {
      return
    }
    findings.append(Finding(problem, at: range))
  }

  /// Whether something could not be read that may have set a flag.
  var hasLostDirectives: Bool {
    findings.contains {
      switch $0.problem {
      case .brokenLink, .choiceWithoutLink, .directiveWithoutCode, .unknownDirective(_, nil): true
      default: false
      }
    }
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
    if let field = required("kind") {
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
      if let meant = meantKind(kind) {
        report(
          .kindDoesNotFit(kind.rawValue, field: meant.field, nearest: meant.kind.rawValue),
          at: field.valueRange)
        kind = meant.kind
      }
    } else if front.lineCount > 0 {
      report(.missingField("kind"), at: .firstCharacter)
      kind = UnitKind.withFields(front.fields.map(\.name)) ?? kind
      usedFields.formUnion(front.fields.map(\.name))
    }
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".md") { name.removeLast(3) }
    var title = name
    let titleField = required("title")
    if let field = titleField, !field.value.isEmpty {
      title = field.value
    } else if front.lineCount > 0 {
      report(.missingField("title"), at: titleField?.nameRange ?? .firstCharacter)
    }
    var id = value("id", expected: "a name of letters, digits and hyphens") {
      Words.isName($0) ? $0 : nil
    }
    if id == nil, let wanted = field("id").map({ Slug.of($0.value) }), Words.isName(wanted) {
      id = wanted
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

  /// A field that every file has; also where its name is misspelt, which is reported.
  private mutating func required(_ name: String) -> FrontMatter.Field? {
    if let field = field(name) { return field }
    let slip = front.fields.first {
      !FrontMatter.names.contains($0.name) && NearMiss.of($0.name, among: [name]) != nil
    }
    guard let slip else { return nil }
    usedFields.insert(slip.name)
    report(.unknownField(slip.name, kind: "file", nearest: name), at: slip.nameRange)
    return slip
  }

  /// Another kind, where the file has names of that kind and none that only its own kind has.
  private func meantKind(_ kind: UnitKind) -> (kind: UnitKind, field: String)? {
    let telling = front.fields.filter { UnitKind.withField($0.name) != nil }
    let own = telling.contains { UnitKind.withField($0.name) == kind }
    guard !own, let meant = UnitKind.withFields(telling.map(\.name)), meant != kind,
      let first = telling.first
    else { return nil }
    return (meant, first.name)
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
    guard !field.value.contains(";") else {
      let names = Words.list(field.value, separator: ";").flatMap { Words.list($0) }
      report(
        .unknownSkill(field.value, nearest: names.joined(separator: ", ")), at: field.valueRange)
      return names
    }
    let names = Words.list(field.value)
    for name in names { addSkillReference(name, at: field.valueRange) }
    return names
  }

  mutating func reportUnusedFields(for kind: UnitKind) {
    for field in front.fields where !usedFields.contains(field.name) {
      let nearest = NearMiss.of(field.name, among: usedFields.sorted())
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
    if blocks.isEmpty, front.lineCount > 0 { report(.emptyUnit, at: .firstCharacter) }
    return blocks
  }

  // MARK: Directives

  /// Reads code that stands where only directives are expected.
  mutating func directive(_ inline: Inline, allowed: (Directive) -> Bool, place: String)
    -> Directive?
  {
    guard let code = inline.code, !Words.trim(code).isEmpty else { return nil }
    guard let directive = Directive(code) else {
      let meant = isFull ? nil : Directive.suggestion(for: code)
      report(.unknownDirective(code, nearest: meant), at: inline.range)
      // Taken as it was meant, so that nothing else is found to be missing.
      let isEnding = Words.split(code).first?.lowercased() == "ending"
      return (meant.flatMap { Directive($0) } ?? (isEnding ? .ending(.partial) : nil))
        .flatMap { allowed($0) ? $0 : nil }
    }
    guard allowed(directive) else {
      report(.misplacedDirective(code, place: place), at: inline.range)
      return nil
    }
    return directive
  }

  static let sceneHeading = "a scene's heading"

  /// Splits `text {#id} `draw 8`` as it stands in headings.
  mutating func heading(
    _ inlines: [Inline], allowed: (Directive) -> Bool, place: String
  ) -> HeadingParts {
    var rest = inlines[...]
    rest.dropBlanks()
    var directives: [(Directive, SourceRange)] = []
    while let last = rest.last, last.code != nil {
      // Only what reads like a directive: a question may well end in a piece of code.
      if let code = last.code, !Directive.isMeant(code, among: ["points", "draw", "skill"]) {
        break
      }
      if let directive = directive(last, allowed: allowed, place: place) {
        directives.append((directive, last.range))
      }
      rest.removeLast()
      rest.dropBlanks()
    }
    directives.reverse()
    var text = [Inline](rest).trimmed
    if let last = text.last, case .text(let words) = last.kind,
      let uncoded = UncodedDirective(after: words), allowed(uncoded.directive)
    {
      report(.directiveWithoutCode(uncoded.words), at: last.range)
      directives.append((uncoded.directive, last.range))
    }
    var id: String?
    let isSceneHeading = place == Self.sceneHeading
    if let last = text.last, case .text(let words) = last.kind, words.hasSuffix("}"),
      let brace = words.range(of: "{")
    {
      let wanted = String(words[brace.upperBound...].dropLast())
      let plain = Slug.of(Words.trim(wanted))
      if wanted.hasPrefix("#"), wanted.utf8.count > 1,
        !wanted.unicodeScalars.contains(where: Words.isBlank)
      {
        id = String(wanted.dropFirst())
      } else if !plain.isEmpty, wanted.hasPrefix("#") || (plain == wanted && isSceneHeading) {
        report(.brokenHeadingId("{\(wanted)}", nearest: "{#\(plain)}"), at: last.range)
        id = plain
      }
      if id != nil {
        let rest = String(words[..<brace.lowerBound]).droppingTrailingBlanks
        text[text.count - 1].kind = .text(rest)
      }
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

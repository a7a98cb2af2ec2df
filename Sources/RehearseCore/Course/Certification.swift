/// What a certificate asks for and how long it holds.
package struct Certification: Sendable {
  package struct Period: Equatable, Sendable {
    package enum Unit: String, Sendable { case days, weeks, months, years }
    package var count: Int
    package var unit: Unit

    package init(count: Int, unit: Unit) {
      self.count = count
      self.unit = unit
    }

    /// `12 months`, `90 days`, `1 year`.
    package init?(_ text: String) {
      let words = Words.split(text.lowercased())
      guard words.count == 2, let count = Words.integer(words[0]), (1...1000).contains(count),
        let unit = Unit(rawValue: words[1].hasSuffix("s") ? words[1] : words[1] + "s")
      else { return nil }
      self.count = count
      self.unit = unit
    }
  }

  /// From when the validity is counted.
  package enum ExpiryBasis: Equatable, Sendable {
    case completion
    case oldExpiry
    /// Every certificate ends on this day of the year.
    case fixedDate(day: Int, month: Int)
  }

  package indirect enum Requirement: Sendable {
    case unit(path: String, title: String, demand: Demand, range: SourceRange)
    case any(count: Int, of: [Requirement], range: SourceRange)
  }

  package enum Demand: Equatable, Sendable {
    case passed
    case completed
    case atLeast(Percent)
    case eachSection(Percent)
    case both(Percent, eachSection: Percent)
  }

  package var text: [Block]
  package var valid: Period?
  package var renewFrom: Period?
  package var grace: Period?
  package var expiry: ExpiryBasis
  package var requirements: [Requirement]
  package var renewal: [Requirement]
  package var appearance: CertificateAppearance

  init(_ blocks: [Block], _ context: inout ReadingContext) {
    valid = context.value("valid", expected: "a time such as 12 months") { Period($0) }
    renewFrom = context.value("renew", expected: "from 60 days before") {
      let words = Words.split($0.lowercased())
      guard words.count == 4, words[0] == "from", words[3] == "before" else { return nil }
      return Period(words[1] + " " + words[2])
    }
    grace = context.value("grace", expected: "a time such as 30 days") { Period($0) }
    expiry =
      context.value(
        "expires", expected: "from completion, from the old expiry, or on 31 December"
      ) { ExpiryBasis($0) } ?? .completion
    appearance = CertificateAppearance(&context)
    text = []
    requirements = []
    renewal = []
    var part = ""
    for block in blocks {
      switch block.kind {
      case .heading(level: 1, _) where part.isEmpty && text.isEmpty: continue
      case .heading(level: 2, let inlines):
        part = Words.trim(inlines.plainText.lowercased())
        if !["requirements", "renewal"].contains(part) {
          let nearest = NearMiss.of(part, among: ["Requirements", "Renewal"])
          context.report(.unknownPart(inlines.plainText, nearest: nearest), at: block.range)
          part = nearest?.lowercased() ?? part
        }
      case .list(let list) where part == "requirements":
        requirements += list.items.compactMap { Self.requirement($0, depth: 0, &context) }
      case .list(let list) where part == "renewal":
        renewal += list.items.compactMap { Self.requirement($0, depth: 0, &context) }
      default: if part.isEmpty { text.append(block) }
      }
    }
    if requirements.isEmpty { context.report(.noRequirements, at: .firstCharacter) }
  }

  private static func requirement(
    _ item: MarkdownItem, depth: Int, _ context: inout ReadingContext
  ) -> Requirement? {
    guard case .paragraph(let inlines)? = item.blocks.first?.kind else {
      context.report(.requirementNotUnderstood, at: item.range)
      return nil
    }
    if let any = anyOf(inlines, item, depth: depth, &context) { return any }
    let units = inlines.compactMap { inline -> (path: String, title: String)? in
      guard case .link(let destination, let words) = inline.kind,
        case .file(let path, _) = LinkTarget(destination, in: context.path)
      else { return nil }
      return (path, words.plainText)
    }
    // Two links in one item are two requirements whose list lost its line breaks.
    guard let unit = units.first, units.count == 1 else {
      context.report(.requirementNotUnderstood, at: item.range)
      return nil
    }
    return .unit(
      path: unit.path, title: unit.title, demand: demand(inlines, item.range, &context),
      range: item.range)
  }

  /// `Any 2 of`, and a list of requirements under it.
  private static func anyOf(
    _ inlines: [Inline], _ item: MarkdownItem, depth: Int, _ context: inout ReadingContext
  ) -> Requirement? {
    let words = Words.split(inlines.plainText.lowercased().filter { $0 != ":" })
    guard words.count == 3, words[0] == "any", words[2] == "of", let count = Words.integer(words[1])
    else { return nil }
    var inner: [Requirement] = []
    for block in item.blocks.dropFirst() {
      if case .list(let list) = block.kind, depth < 4 {
        inner += list.items.compactMap { requirement($0, depth: depth + 1, &context) }
      }
    }
    if count < 1 || count > inner.count {
      context.report(.anyOfTooMany(count: count, available: inner.count), at: item.range)
    }
    return .any(count: count, of: inner, range: item.range)
  }

  private static func demand(
    _ inlines: [Inline], _ range: SourceRange, _ context: inout ReadingContext
  ) -> Demand {
    var total: Percent?
    var section: Percent?
    var demand: Demand?
    for inline in inlines where inline.code != nil {
      let directive = context.directive(
        inline,
        allowed: {
          switch $0 {
          case .passed, .completed, .atLeast, .eachSection: true
          default: false
          }
        }, place: "a requirement")
      switch directive {
      case .passed: demand = .passed
      case .completed: demand = .completed
      case .atLeast(let percent): total = percent
      case .eachSection(let percent): section = percent
      default: break
      }
    }
    switch (total, section) {
    case (let total?, let section?): return .both(total, eachSection: section)
    case (let total?, nil): return .atLeast(total)
    case (nil, let section?): return .eachSection(section)
    case (nil, nil):
      if let demand { return demand }
      if let (words, place) = uncodedDemand(inlines) {
        context.report(.directiveWithoutCode(words), at: place)
      } else {
        context.report(.requirementWithoutDemand, at: range)
      }
      return .passed
    }
  }
}

extension Certification {
  /// A demand behind the link without its backquotes.
  private static func uncodedDemand(_ inlines: [Inline]) -> (words: String, place: SourceRange)? {
    for inline in inlines {
      guard case .text(let text) = inline.kind, let uncoded = UncodedDirective(text) else {
        continue
      }
      switch uncoded.directive {
      case .passed, .completed, .atLeast, .eachSection: return (uncoded.words, inline.range)
      default: break
      }
    }
    return nil
  }
}

extension Certification.ExpiryBasis {
  init?(_ text: String) {
    let words = Words.split(text.lowercased())
    switch words {
    case ["from", "completion"]: self = .completion
    case ["from", "the", "old", "expiry"], ["from", "old", "expiry"]: self = .oldExpiry
    default:
      guard words.count == 3, words[0] == "on", let day = Words.integer(words[1]),
        let month = Self.months.firstIndex(of: words[2]), (1...Self.days[month]).contains(day)
      else { return nil }
      self = .fixedDate(day: day, month: month + 1)
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

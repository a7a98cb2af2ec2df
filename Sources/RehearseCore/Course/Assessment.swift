/// An assessment: sections of questions, how many are drawn, and what passes.
package struct Assessment: Sendable {
  package struct Section: Sendable {
    package var title: String
    package var introduction: [Block]
    /// How many questions an attempt draws; nil where the assessment's total decides.
    package var draw: Int?
    /// How many of these are of which skill; see `pools(drawing:)` for the rest.
    package var skillDraws: [SkillDraw] = []
    package var questions: [Question]
    /// Its heading; the first question's where there is none.
    package var range: SourceRange
  }

  /// When the learner hears what was right.
  package enum FeedbackTime: Sendable { case atOnce, atTheEnd }

  package struct AttemptLimit: Equatable, Sendable {
    package var count: Int
    /// After the last attempt, how long until the count begins again; nil for never.
    package var waitDays: Int?
  }

  package var introduction: [Block]
  package var draw: Int?
  package var passMark: Percent
  package var sectionPassMark: Percent?
  package var attempts: AttemptLimit?
  /// The time that an assessed attempt may take, in minutes.
  package var timeLimit: Int?
  package var feedback: FeedbackTime
  package var asksConfidence: Bool
  /// Whether it holds the questions and not the key: it is marked where the full course is.
  package let isSealed: Bool
  package var sections: [Section]
  /// Where the front matter says `draw:`, `pass:` and `attempts:`, for findings about them.
  package var drawRange: SourceRange?
  package var passRange: SourceRange?
  package var attemptsRange: SourceRange?

  package var questionCount: Int { sections.reduce(0) { $0 + $1.questions.count } }

  /// How many questions each section gives: its own draw, or its share of the total by the size of
  /// its pool (largest remainder, the earlier section first among equals), or all.
  package var drawCounts: [Int] {
    let pools = sections.map(\.questions.count)
    var counts = sections.map { $0.ownDrawCount ?? $0.questions.count }
    let free = sections.indices.filter { sections[$0].draw == nil }
    let fixed = counts.indices.filter { !free.contains($0) }.reduce(0) { $0 + counts[$1] }
    let pool = free.reduce(0) { $0 + pools[$1] }
    guard let draw, pool > 0 else { return counts }
    let wanted = min(max(draw - fixed, 0), pool)
    for index in free { counts[index] = wanted * pools[index] / pool }
    let byRemainder = free.sorted {
      let (a, b) = (wanted * pools[$0] % pool, wanted * pools[$1] % pool)
      return a == b ? $0 < $1 : a > b
    }
    for index in byRemainder.prefix(wanted - free.reduce(0) { $0 + counts[$1] }) {
      counts[index] += 1
    }
    return counts
  }

  init(_ blocks: [Block], _ context: inout ReadingContext) {
    draw = context.value("draw", expected: "a whole number of questions") {
      Words.integer($0).flatMap { $0 > 0 ? $0 : nil }
    }
    let mark = context.value("pass", expected: "80%, or 80%, each section 60%") { PassMarks($0) }
    passMark = mark?.total ?? Percent(80)
    sectionPassMark = mark?.section
    attempts = context.value("attempts", expected: "3, or 3, then wait 7 days") { AttemptLimit($0) }
    timeLimit = context.value("time limit", expected: "a time such as 30 minutes") {
      let words = Words.split($0.lowercased())
      guard let first = words.first, let minutes = Words.integer(first),
        (1...600).contains(minutes),
        words.count == 1 || (words.count == 2 && words[1].hasPrefix("min"))
      else { return nil }
      return minutes
    }
    feedback =
      context.value("feedback", expected: "at once, or at the end") {
        switch Words.split($0.lowercased()).joined(separator: " ") {
        case "at once": .atOnce
        case "at the end": .atTheEnd
        default: nil
        }
      } ?? .atTheEnd
    asksConfidence =
      context.value("confidence", expected: "asked, or not asked") {
        switch Words.split($0.lowercased()).joined(separator: " ") {
        case "asked": true
        case "not asked": false
        default: nil
        }
      } ?? false
    isSealed =
      context.value("sealed", expected: "yes, or no such line") {
        $0.lowercased() == "yes" ? true : nil
      } ?? false
    context.isSealed = isSealed
    drawRange = context.field("draw")?.valueRange
    passRange = context.field("pass")?.valueRange
    attemptsRange = context.field("attempts")?.valueRange
    introduction = []
    sections = []
    readSections(blocks, &context)
    checkDraws(&context)
  }

  private mutating func readSections(_ blocks: [Block], _ context: inout ReadingContext) {
    // Without a third level of headings the second one holds the questions.
    let questionLevel = blocks.contains { $0.isHeading(level: 3) } ? 3 : 2
    var ids = HeadingIds()
    var reader: QuestionReader?
    var sectionHeading: [Inline] = []
    // The sections in which a question began, whether or not it can be asked.
    var begun: Set<Int> = []
    func finish(_ sections: inout [Section], _ context: inout ReadingContext) {
      if let question = reader?.finish(&context) {
        sections[sections.count - 1].questions.append(question)
      }
      reader = nil
    }
    for block in blocks {
      switch block.kind {
      case .heading(level: 1, _) where sections.isEmpty && introduction.isEmpty: continue
      case .heading(questionLevel, let inlines):
        if sections.isEmpty { sections.append(Section(at: block.range)) }
        finish(&sections, &context)
        reader = QuestionReader(heading: inlines, range: block.range, taken: &ids, &context)
        begun.insert(sections.count - 1)
      case .heading(level: 2, let inlines):
        finish(&sections, &context)
        sections.append(Self.section(inlines, block.range, &context))
        sectionHeading = inlines
      case .heading(let level, let inlines) where level > questionLevel && reader?.hasForm == true:
        // A question that is answered, and a heading under it: the next question.
        let marks = (found: level, meant: questionLevel)
        context.report(
          .headingLevel(
            "a question", found: String(repeating: "#", count: marks.found),
            nearest: String(repeating: "#", count: marks.meant)), at: block.range)
        finish(&sections, &context)
        reader = QuestionReader(heading: inlines, range: block.range, taken: &ids, &context)
      case _
      where reader == nil && begun.contains(sections.count - 1) == false
        && !sections.isEmpty && QuestionReader.isAnswer(block):
        // A section that is answered is a question.
        let section = sections.removeLast()
        context.report(
          .headingLevel("a question", found: "##", nearest: "###"), at: section.range)
        if sections.isEmpty { sections.append(Section(at: section.range)) }
        var question = QuestionReader(
          heading: sectionHeading, range: section.range, taken: &ids, &context)
        for block in section.introduction + [block] { question.add(block, &context) }
        reader = question
        begun.insert(sections.count - 1)
      default:
        if reader != nil {
          reader?.add(block, &context)
        } else if sections.isEmpty {
          introduction.append(block)
        } else {
          sections[sections.count - 1].introduction.append(block)
        }
      }
    }
    finish(&sections, &context)
    if questionCount == 0 {
      context.report(.noQuestions, at: .firstCharacter)
    } else {
      for (index, section) in sections.enumerated() where !begun.contains(index) {
        context.report(.emptySection(section.title), at: section.range)
      }
    }
    sections.removeAll(where: \.questions.isEmpty)
  }

  private static func section(
    _ inlines: [Inline], _ range: SourceRange, _ context: inout ReadingContext
  ) -> Section {
    let parts = context.heading(
      inlines, allowed: { if case .draw = $0 { true } else { false } },
      place: "a section's heading")
    var section = Section(
      title: parts.text.plainText, introduction: [], draw: nil, questions: [], range: range)
    for case (.draw(let count, let skill), let range) in parts.directives {
      if let skill { context.addSkillReference(skill, at: range) }
      section.add(draw: count, skill: skill)
    }
    return section
  }

  private func checkDraws(_ context: inout ReadingContext) {
    for section in sections {
      guard let draw = section.draw else { continue }
      if draw > section.questions.count {
        context.report(
          .drawTooLarge(
            draw: draw, pool: section.questions.count, of: .section(section.title)),
          at: section.range)
        continue
      }
      for (pool, wanted) in section.poolsAsked(of: draw) where wanted > pool.questions.count {
        context.report(
          .drawTooLarge(
            draw: wanted, pool: pool.questions.count,
            of: pool.skill.map { .skill($0, section: section.title) } ?? .rest(section.title)),
          at: section.range)
      }
    }
    guard let draw, let place = drawRange else { return }
    let drawn = sections.compactMap(\.draw)
    let fixed = drawn.reduce(0, +)
    if drawn.count == sections.count ? fixed != draw : fixed > draw {
      context.report(.drawsDisagree(total: draw, sections: fixed), at: place)
      return
    }
    // What sections with a draw of their own leave over is not drawn.
    let pool = sections.reduce(0) { $0 + ($1.draw ?? $1.questions.count) }
    if draw > pool {
      context.report(.drawTooLarge(draw: draw, pool: pool, of: .assessment), at: place)
    }
  }
}

extension Assessment.Section {
  /// One without a heading, for questions that stand before any.
  fileprivate init(at range: SourceRange) {
    self.init(title: "", introduction: [], draw: nil, questions: [], range: range)
  }
}

extension Block {
  func isHeading(level wanted: Int) -> Bool {
    if case .heading(wanted, _) = kind { true } else { false }
  }
}

/// `80%, each section 60%`
private struct PassMarks {
  var total: Percent
  var section: Percent?

  init?(_ text: String) {
    let parts = Words.list(text.lowercased())
    guard let first = parts.first, let total = Percent(first), parts.count <= 2 else { return nil }
    self.total = total
    guard parts.count == 2 else { return }
    let words = Words.split(parts[1])
    guard words.count >= 3, words[0] == "each", words[1] == "section",
      let share = Percent(words[2...].joined())
    else { return nil }
    section = share
  }
}

extension Assessment.AttemptLimit {
  /// `3`, or `3, then wait 7 days`.
  init?(_ text: String) {
    let parts = Words.list(text.lowercased())
    guard let first = parts.first, let count = Words.integer(first), (1...1000).contains(count),
      parts.count <= 2
    else { return nil }
    self.count = count
    guard parts.count == 2 else { return }
    let words = Words.split(parts[1])
    guard words.count == 4, words[0] == "then", words[1] == "wait",
      let days = Words.integer(words[2]),
      (1...3650).contains(days), words[3].hasPrefix("day")
    else { return nil }
    waitDays = days
  }
}

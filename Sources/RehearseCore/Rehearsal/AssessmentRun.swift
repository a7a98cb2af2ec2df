/// An assessment in play.
struct AssessmentRun: Run {
  private enum Phase: Sendable {
    case asking(Int)
    case confidence(Int)
    case rating(Int)
    case handIn
    case over
  }

  /// A drawn question and all that came of it.
  private struct Sheet: Sendable {
    var put: PutQuestion
    var sectionIndex: Int
    var answer: Answer?
    var confidence: Int?
    var met: [Int]?
  }

  let place: FramePlace
  private let assessment: Assessment
  private var sheets: [Sheet] = []
  private var phase = Phase.over
  private var isTimeUp = false

  init(_ assessment: Assessment, _ place: FramePlace) {
    self.assessment = assessment
    self.place = place
  }

  var prompt: SessionPrompt {
    switch phase {
    case .asking(let index): .question(sheets[index].put)
    case .confidence(let index): .confidence(sheets[index].put)
    case .rating(let index):
      if case .free(let free) = sheets[index].put.question.form,
        case .text(let words)? = sheets[index].answer
      {
        .rubric(sheets[index].put, free, answer: words)
      } else {
        .over
      }
    case .handIn: .handIn(leftOut: sheets.count { $0.answer == nil })
    case .over: .over
    }
  }

  // MARK: Drawing

  mutating func begin(_ stage: inout Stage) {
    if !assessment.introduction.isEmpty { stage.actions.append(.text(assessment.introduction)) }
    let drawCounts = assessment.drawCounts
    for (index, section) in assessment.sections.enumerated() {
      for number in draw(drawCounts[index], from: section, &stage) {
        let question = section.questions[number]
        var shuffle = stage.generator("shuffle/\(question.id)")
        let count = question.form.type.shuffledCount
        var order = question.keepsOrder ? Array(0..<count) : shuffle.shuffled(count)
        if case .ordering = question.form, count > 1, order == Array(0..<count) {
          // The right order would be the answer.
          order.append(order.removeFirst())
        }
        sheets.append(
          Sheet(
            put: PutQuestion(
              question: question, number: sheets.count + 1, count: 0, section: section.title,
              order: order, hintsShown: 0, wasLeftOut: false), sectionIndex: index))
      }
    }
    for index in sheets.indices { sheets[index].put.count = sheets.count }
    ask(from: 0, &stage)
  }

  /// The numbers of the drawn questions, in the order in which they are put.
  private func draw(
    _ count: Int, from section: Assessment.Section, _ stage: inout Stage
  ) -> [Int] {
    // By title and skill, not by number: another section or draw before it moves nothing.
    let stream = "draw/\(section.title)"
    let drawn = section.pools(drawing: count).flatMap { pool in
      var generator = stage.generator(pool.skill.map { "\(stream)/\($0)" } ?? stream)
      return generator.shuffled(pool.questions.count).prefix(pool.draw).map { pool.questions[$0] }
    }
    guard !section.skillDraws.isEmpty else { return drawn }
    // Skill after skill would tell what each question is about.
    var order = stage.generator("order/\(section.title)")
    return order.shuffled(drawn.count).map { drawn[$0] }
  }

  // MARK: Asking

  /// Puts the next question that was not answered yet; each is passed by once, left-out ones come
  /// again at the end.
  private mutating func ask(from start: Int, _ stage: inout Stage) {
    guard let next = sheets.indices.first(where: { $0 >= start && isUntouched($0) }) else {
      finishAsking(&stage)
      return
    }
    let section = assessment.sections[sheets[next].sectionIndex]
    let isNew = next == 0 || sheets[next - 1].sectionIndex != sheets[next].sectionIndex
    if isNew, !sheets[next].put.wasLeftOut, !section.title.isEmpty {
      stage.actions.append(.section(title: section.title, introduction: section.introduction))
    }
    phase = .asking(next)
  }

  private func isUntouched(_ index: Int) -> Bool {
    sheets[index].answer == nil && !sheets[index].put.wasLeftOut
  }

  private mutating func finishAsking(_ stage: inout Stage) {
    if sheets.contains(where: { $0.answer == nil }), !isTimeUp {
      phase = .handIn
    } else {
      rateOrFinish(&stage)
    }
  }

  mutating func handle(_ event: Event, _ stage: inout Stage) throws(EventRefusal) {
    switch (event, phase) {
    case (.answer(let answer), .asking(let index)):
      try take(answer, index, &stage)
    case (.hint, .asking(let index)): try giveHint(index, &stage)
    case (.confidence(let level), .confidence(let index)):
      guard (1...3).contains(level) else { throw .answerDoesNotFit }
      sheets[index].confidence = level
      complete(index, &stage)
    case (.rate(let criteria), .rating(let index)):
      guard case .free(let free) = sheets[index].put.question.form,
        Set(criteria).count == criteria.count,
        criteria.allSatisfy(free.criteria.indices.contains)
      else { throw .answerDoesNotFit }
      sheets[index].met = criteria
      if givesFeedbackAtOnce(stage) {
        stage.actions.append(.marked(marked(index)))
        ask(from: 0, &stage)
      } else {
        rateOrFinish(&stage)
      }
    case (.answer(.skipped), .handIn):
      // Back to what was left out.
      for index in sheets.indices where sheets[index].answer == nil {
        sheets[index].put.wasLeftOut = false
      }
      ask(from: 0, &stage)
    case (.finish, .handIn), (.finish, .asking): rateOrFinish(&stage)
    case (.timeUp, .asking), (.timeUp, .confidence), (.timeUp, .handIn):
      isTimeUp = true
      rateOrFinish(&stage)
    default: throw .notAwaited(event.text)
    }
  }

  private mutating func take(
    _ answer: Answer, _ index: Int, _ stage: inout Stage
  ) throws(EventRefusal) {
    if answer == .skipped {
      sheets[index].put.wasLeftOut = true
      ask(from: 0, &stage)
      return
    }
    guard sheets[index].put.question.form.type.accepts(answer) else { throw .answerDoesNotFit }
    sheets[index].answer = answer
    var asksConfidence = assessment.asksConfidence
    if case .free = sheets[index].put.question.form { asksConfidence = false }
    if asksConfidence {
      phase = .confidence(index)
    } else {
      complete(index, &stage)
    }
  }

  private mutating func complete(_ index: Int, _ stage: inout Stage) {
    if givesFeedbackAtOnce(stage) {
      if case .free = sheets[index].put.question.form {
        phase = .rating(index)
        return
      }
      stage.actions.append(.marked(marked(index)))
    }
    ask(from: 0, &stage)
  }

  private mutating func giveHint(_ index: Int, _ stage: inout Stage) throws(EventRefusal) {
    guard stage.mode != .assessed else { throw .noHintsNow }
    let hints = sheets[index].put.question.hints
    let shown = sheets[index].put.hintsShown
    guard shown < hints.count else { throw .noMoreHints }
    sheets[index].put.hintsShown += 1
    stage.actions.append(.hint(number: shown + 1, of: hints.count, hints[shown]))
  }

  private func givesFeedbackAtOnce(_ stage: Stage) -> Bool {
    !assessment.isSealed && (stage.mode == .practice || assessment.feedback == .atOnce)
  }

  // MARK: Marking

  private mutating func rateOrFinish(_ stage: inout Stage) {
    let unrated = sheets.indices.first { index in
      if case .free = sheets[index].put.question.form {
        return sheets[index].answer != nil && sheets[index].met == nil
      }
      return false
    }
    if let unrated {
      phase = .rating(unrated)
      return
    }
    phase = .over
    guard !assessment.isSealed else {
      stage.result = awaitingMarking
      return
    }
    stage.markedQuestions = sheets.indices.map(marked)
    if !givesFeedbackAtOnce(stage) {
      stage.actions += stage.markedQuestions.map { .marked($0) }
    }
    stage.result = result()
  }

  private func marked(_ index: Int) -> MarkedQuestion {
    let sheet = sheets[index]
    var mark = sheet.answer.map(sheet.put.question.form.type.mark) ?? .wrong
    var isRated = false
    if case .free(let free) = sheet.put.question.form {
      mark = free.mark(met: sheet.met ?? [])
      isRated = sheet.met != nil
    }
    return MarkedQuestion(
      put: sheet.put, answer: sheet.answer ?? .skipped, mark: mark, confidence: sheet.confidence,
      isRated: isRated)
  }

  /// What can be said without the key: that it was handed in.
  private var awaitingMarking: UnitResult {
    var result = UnitResult(
      path: place.path, kind: .assessment, status: isTimeUp ? .timeUp : .finished)
    result.passMark = assessment.passMark
    result.isAwaitingMarking = true
    return result
  }

  private func result() -> UnitResult {
    var result = UnitResult(
      path: place.path, kind: .assessment, status: isTimeUp ? .timeUp : .finished)
    result.outOf = .zero
    result.passMark = assessment.passMark
    var sections: [Int: UnitResult.SectionScore] = [:]
    var skills: [String: (Points, Points)] = [:]
    var confidence = UnitResult.Confidence(points: 0, outOf: 0)
    for index in sheets.indices {
      let marked = marked(index)
      let possible = marked.put.question.points
      let earned = possible.share(marked.mark.earned, of: marked.mark.possible)
      result.points += earned
      result.outOf = (result.outOf ?? .zero) + possible
      result.isSelfMarked = result.isSelfMarked || marked.isRated
      var section =
        sections[sheets[index].sectionIndex]
        ?? UnitResult.SectionScore(
          title: marked.put.section, points: .zero, outOf: .zero, isPassed: true)
      section.points += earned
      section.outOf += possible
      sections[sheets[index].sectionIndex] = section
      if let skill = marked.put.question.skill {
        let (points, outOf) = skills[skill] ?? (.zero, .zero)
        skills[skill] = (points + earned, outOf + possible)
      }
      if let level = marked.confidence {
        confidence.points += marked.mark.isRight ? level : [0, -2, -6][level - 1]
        confidence.outOf += 3
      }
    }
    for (index, var section) in sections.sorted(by: { $0.key < $1.key }) {
      section.isPassed =
        assessment.sectionPassMark?.isReached(by: section.points, of: section.outOf) ?? true
      sections[index] = section
      result.sections.append(section)
    }
    result.skills = skills.keys.sorted().compactMap { name in
      skills[name].map { UnitResult.SkillScore(skill: name, points: $0.0, outOf: $0.1) }
    }
    if assessment.asksConfidence { result.confidence = confidence }
    result.passed =
      assessment.passMark.isReached(by: result.points, of: result.outOf ?? .zero)
      && result.sections.allSatisfy(\.isPassed) && !sheets.isEmpty
    return result
  }
}

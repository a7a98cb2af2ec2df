extension Rule {
  static let keyInOtherQuestion = Rule(
    "key-in-other-question", .warning,
    "No question gives away the answer to another of the same assessment.",
    why: """
      It is reported where one sentence, option or row of another question has the whole answer to \
      this one, word for word, together with two telling words of this question: then whoever \
      reads the one has the other. Rationales count where feedback comes at once. English only. \
      Haladyna, Downing and Rodriguez (2002), guideline 6: items are independent; Millman, Bishop and \
      Ebel (1965).
      """,
    example: (
      """
      ### What is the first number in a negotiation called?

      Answer: anchor

      > All later numbers are compared with it.

      ### When the first number of a negotiation, the anchor, is too high, what do you do?

      - (x) Ask what it is for
      - ( ) Halve it

      > It shows what it stands on.
      """,
      """
      ### What is the first number in a negotiation called?

      Answer: anchor

      > All later numbers are compared with it.

      ### When the first number that you hear is too high, what do you do?

      - (x) Ask what it is for
      - ( ) Halve it

      > It shows what it stands on.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      let index = PassageIndex(exam)
      for (number, question) in exam.questions.enumerated() {
        guard let other = index.passage(givingAway: question, number: number) else { continue }
        let place = exam.questions[other].range
        findings.report(
          "No question gives away the answer to another of the same assessment; the one in line "
            + "\(place.start.line) has the answer to this one.",
          help: "Say it in other words there, or ask for something else here.",
          at: question.range, in: exam.path)
      }
    }
  }
}

/// Where each word stands in the questions of an assessment, sentence by sentence.
private struct PassageIndex {
  private struct Passage {
    var question: Int
    var words: [String]
  }

  private var passages: [Passage] = []
  private var places: [String: [Int]] = [:]

  init(_ exam: Exam) {
    for (number, question) in exam.questions.enumerated() {
      var texts = [question.stem.plainText, question.text.plainText]
      switch question.form {
      case .single(let single): texts += single.options.map(\.words)
      case .multiple(let multiple): texts += multiple.options.map(\.words)
      case .matching(let matching):
        texts += matching.pairs.map { $0.left.plainText + " " + $0.right.plainText }
      case .ordering(let ordering): texts += ordering.steps.map(\.plainText)
      // What a good answer does is shown after it.
      case .free, .trueFalse, .number, .shortText: break
      }
      if exam.assessment.feedback == .atOnce {
        texts.append(question.rationale.plainText)
        texts += (question.options ?? []).map(\.feedback.plainText)
      }
      for text in texts {
        for sentence in text.split(whereSeparator: { ".?!\n".contains($0) }) {
          let words = PlainWords.of(String(sentence))
          for word in Set(words) { places[word, default: []].append(passages.count) }
          passages.append(Passage(question: number, words: words))
        }
      }
    }
  }

  /// A word in more passages than these gives nothing away, and takes long to look through.
  private static let commonPlace = 50

  /// The other question whose passage has the answer and two telling words of the question.
  func passage(givingAway question: Question, number: Int) -> Int? {
    let answers: [[String]]
    switch question.form {
    case .single(let single):
      answers = single.options.filter(\.isRight).map { PlainWords.of($0.words) }
        // A word or two may stand anywhere.
        .filter { $0.count(where: { EnglishWords.contentRoot($0) != nil }) >= 2 }
    case .shortText(let short):
      answers = short.accepted.map(PlainWords.of).filter { $0.joined().utf8.count >= 4 }
    default: return nil
    }
    let stem = PlainWords.of(question.stem.plainText)
    let own = PlainWords.of(question.text.plainText)
    for answer in answers
    where !PlainWords.contains(answer, in: stem) && !PlainWords.contains(answer, in: own) {
      let telling = Set(stem.compactMap(EnglishWords.contentRoot))
        .subtracting(answer.map(EnglishWords.root))
      guard
        let rarest = answer.map({ places[$0] ?? [] }).min(by: { $0.count < $1.count }),
        rarest.count <= Self.commonPlace
      else { continue }
      for place in rarest where passages[place].question != number {
        let words = passages[place].words
        guard PlainWords.contains(answer, in: words),
          Set(words.map(EnglishWords.root)).intersection(telling).count >= 2
        else { continue }
        return passages[place].question
      }
    }
    return nil
  }
}

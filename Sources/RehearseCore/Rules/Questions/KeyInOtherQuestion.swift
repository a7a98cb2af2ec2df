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
      var index = PassageIndex(exam)
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
    var words: [Vocabulary.Word]
  }

  private var vocabulary: Vocabulary
  private var passages: [Passage] = []
  /// The passages that each word stands in, in their order.
  private var places: [[Int32]] = []

  init(_ exam: Exam) {
    vocabulary = exam.vocabulary
    for (number, read) in exam.questions.enumerated() {
      let question = read.question
      add(question.stem.plainText, of: number)
      add(question.text.plainText, of: number)
      // What a good free answer does is shown after it.
      for option in read.options ?? [] { add(option.text, of: number) }
      switch question.form {
      case .matching(let matching):
        for pair in matching.pairs {
          add(pair.left.plainText + " " + pair.right.plainText, of: number)
        }
      case .ordering(let ordering):
        for step in ordering.steps { add(step.plainText, of: number) }
      default: break
      }
      if exam.assessment.feedback == .atOnce {
        add(question.rationale.plainText, of: number)
        switch question.form {
        case .single(let single):
          for option in single.options { add(option.feedback.plainText, of: number) }
        case .multiple(let multiple):
          for option in multiple.options { add(option.feedback.plainText, of: number) }
        default: break
        }
      }
    }
  }

  private mutating func add(_ text: String, of question: Int) {
    let isEnd: (UInt8) -> Bool = {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "!") || $0 == 0x0A
    }
    for sentence in text.utf8.split(whereSeparator: isEnd) {
      let words = vocabulary.words(of: String(Substring(sentence)))
      let passage = Int32(passages.count)
      for word in words {
        while places.count <= word { places.append([]) }
        if places[Int(word)].last != passage { places[Int(word)].append(passage) }
      }
      passages.append(Passage(question: question, words: words))
    }
  }

  /// A word in more passages than these gives nothing away, and takes long to look through.
  private static let commonPlace = 50

  /// The other question whose passage has the answer and two telling words of the question.
  mutating func passage(givingAway read: ExamQuestion, number: Int) -> Int? {
    var answers: [[Vocabulary.Word]]
    switch read.question.form {
    case .single:
      // A word or two may stand anywhere.
      answers = (read.options ?? []).filter(\.isRight).map(\.words)
        .filter { vocabulary.content($0).count >= 2 }
    case .shortText(let short):
      answers = short.accepted.filter { $0.utf8.count >= 4 }.map { vocabulary.words(of: $0) }
    default: return nil
    }
    answers.removeAll(where: \.isEmpty)
    guard !answers.isEmpty else { return nil }
    let stem = vocabulary.words(of: read.question.stem.plainText)
    let roots = vocabulary.content(stem)
    for answer in answers {
      let rarest = answer.map { places(of: $0) }.min { $0.count < $1.count } ?? []
      guard rarest.count <= Self.commonPlace else { continue }
      let own = vocabulary.content(answer)
      let telling = roots.filter { !own.contains($0) }
      let found = rarest.map { passages[Int($0)] }.filter {
        PlainWords.contains(answer, in: $0.words)
      }
      // What the question itself says beside its options is no secret.
      guard !saysItself(answer, found, number, isChoice: read.options != nil) else { continue }
      let other = found.first { passage in
        passage.question != number
          && vocabulary.content(passage.words).count(where: telling.contains) >= 2
      }
      if let other { return other.question }
    }
    return nil
  }

  private func places(of word: Vocabulary.Word) -> [Int32] {
    places.indices.contains(Int(word)) ? places[Int(word)] : []
  }

  /// A choice has its own key among its passages once; more is in its stem or text.
  private func saysItself(
    _ answer: [Vocabulary.Word], _ found: [Passage], _ number: Int, isChoice: Bool
  ) -> Bool {
    found.count { $0.question == number } > (isChoice ? 1 : 0)
  }
}

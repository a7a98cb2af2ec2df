import RehearseCore
import Testing

@Suite struct SealedMarkingTests {
  static let full = Result { try assessmentProgram(examWithKeys) }
  static let sealed = Result { try assessmentProgram(sealedText(examWithKeys)) }

  private func header(_ seed: UInt64, _ mode: Mode = .assessed) -> Transcript.Header {
    Transcript.Header(
      attempt: "00000000-0000-4000-8000-000000000001", course: "c",
      digest: String(repeating: "0", count: 64), unit: "final.md", seed: seed, mode: mode,
      begun: "2026-11-22T09:00:00Z")
  }

  /// The words that a learner goes by, in the order in which they stand in the file.
  private func words(_ question: Question) -> [String] {
    switch question.form {
    case .single(let single): single.options.map(\.text.plainText)
    case .multiple(let multiple): multiple.options.map(\.text.plainText)
    case .ordering(let ordering): ordering.steps.map(\.plainText)
    case .matching(let matching): matching.pairs.map(\.right.plainText)
    case .trueFalse, .number, .shortText, .free: []
    }
  }

  /// Some answer, by its words, so that it can be given to either file.
  private func answer(_ question: Question, _ chance: inout Generator) -> (Question) -> Answer {
    let words = words(question)
    let order = chance.shuffled(words.count).map { words[$0] }
    let count = chance.next(below: words.count) + 1
    let number = chance.next(below: 3)
    func places(_ chosen: some Sequence<String>, in other: Question) -> [Int] {
      let all = self.words(other)
      return chosen.map { all.firstIndex(of: $0) ?? -1 }
    }
    switch question.form {
    case .single: return { .options(places(order.prefix(1), in: $0)) }
    case .multiple: return { .options(places(order.prefix(count), in: $0).sorted()) }
    case .ordering: return { .order(places(order, in: $0)) }
    case .matching: return { .pairs(places(order, in: $0)) }
    case .trueFalse: return { _ in .truth(number == 0) }
    case .number:
      return { _ in .number(DecimalNumber(millionths: [1_480, 1_472, 9_152][number] * 1_000_000)) }
    case .shortText: return { _ in .text(["key-only", "KEYJUST", "never"][number]) }
    case .free: return { _ in .skipped }
    }
  }

  /// What is sat without the key and marked with it, is what sitting the full one would have given.
  @Test func marksAsTheFullOneDoes() throws {
    let (full, sealed) = (try Self.full.get(), try Self.sealed.get())
    var forms: Set<String> = []
    var shares: Set<Percent?> = []
    for seed in UInt64(0)..<300 {
      var chance = Generator(seed: seed, stream: "answers")
      var transcript = Transcript(header(seed), hash: SHA256.hash)
      var sat = Session(program: sealed, setup: Setup(seed: seed, mode: .assessed))
      var whole = Session(program: full, setup: Setup(seed: seed, mode: .assessed))
      while !sat.isOver {
        var event = Event.finish
        var own = Event.finish
        switch (sat.prompt, whole.prompt) {
        case (.question(let put), .question(let other)):
          #expect(put.question.id == other.question.id && put.section == other.section)
          forms.insert("\(put.question.form)".prefix { $0 != "(" }.description)
          if chance.next(below: 12) == 0 {
            (event, own) = (.answer(.skipped), .answer(.skipped))
          } else {
            let make = answer(put.question, &chance)
            (event, own) = (.answer(make(put.question)), .answer(make(other.question)))
          }
        case (.confidence, .confidence):
          event = .confidence(chance.next(below: 3) + 1)
          own = event
        case (.handIn, .handIn): break
        default: Issue.record("the two are not at the same place")
        }
        try sat.handle(event)
        try whole.handle(own)
        transcript.append(event, at: "2026-11-22T09:00:01Z")
      }
      let marked = try SealedMarking.session(of: transcript, sealed: sealed, full: full)
      #expect(marked.isOver && marked.state.result == whole.state.result)
      #expect(marked.result?.isAwaitingMarking == false && marked.result?.passed != nil)
      shares.insert(marked.result?.percent)
    }
    #expect(forms.count == 7 && shares.count > 20)
  }

  @Test func sittingSaysNothing() throws {
    for mode in [Mode.assessed, .practice] {
      var session = Session(
        program: try Self.sealed.get(), setup: Setup(seed: 7, mode: mode))
      var actions: [Action] = []
      while !session.isOver {
        switch session.prompt {
        case .question(let put):
          #expect(throws: EventRefusal.self) { try session.handle(.hint) }
          var chance = Generator(seed: 1)
          actions += try session.handle(.answer(answer(put.question, &chance)(put.question)))
        case .confidence: actions += try session.handle(.confidence(3))
        default: Issue.record("nothing else is asked")
        }
      }
      let result = try #require(session.result)
      #expect(result.isAwaitingMarking && result.status == .finished)
      #expect(result.passed == nil && result.outOf == nil && result.percent == nil)
      #expect(result.sections.isEmpty && result.skills.isEmpty && result.confidence == nil)
      #expect(session.state.markedQuestions.isEmpty && Debrief(session).questions.isEmpty)
      #expect(
        !actions.contains {
          if case .marked = $0 { true } else { false }
        })
    }
  }

  @Test func theTimeEndsIt() throws {
    var transcript = Transcript(header(3), hash: SHA256.hash)
    transcript.append(.timeUp, at: "2026-11-22T10:00:00Z")
    var session = Session(
      program: try Self.sealed.get(), setup: Setup(seed: 3, mode: .assessed))
    try session.handle(.timeUp)
    #expect(session.result?.status == .timeUp && session.result?.isAwaitingMarking == true)
    let marked = try SealedMarking.session(
      of: transcript, sealed: Self.sealed.get(), full: Self.full.get())
    #expect(marked.result?.status == .timeUp && marked.result?.passed == false)
  }

  @Test func refusals() throws {
    let (full, sealed) = (try Self.full.get(), try Self.sealed.get())
    func failure(
      _ header: Transcript.Header, _ events: [Event], sealed: Program, full: Program
    ) -> SealedMarkingFailure? {
      var transcript = Transcript(header, hash: SHA256.hash)
      for event in events { transcript.append(event, at: "2026-11-22T09:00:01Z") }
      do {
        _ = try SealedMarking.session(of: transcript, sealed: sealed, full: full)
        return nil
      } catch {
        return error
      }
    }
    #expect(failure(header(1, .practice), [], sealed: sealed, full: full) == .notOnRecord)
    #expect(failure(header(1), [], sealed: full, full: full) == .notSealed("final.md"))
    #expect(failure(header(1), [], sealed: sealed, full: sealed) == .notSealed("final.md"))
    #expect(
      failure(header(1), [.answer(.skipped), .undo], sealed: sealed, full: full)
        == .replay(.refused(event: 2, "undo", .noUndoWhenAssessed)))
    // The wrong full course: one question more moves the draw.
    let other = try assessmentProgram(
      examWithKeys.replacingOccurrences("### A plan needs a date.", "### A plan needs a name."))
    let seeds = (UInt64(0)..<20).filter { seed in
      let skips = Array(repeating: Event.answer(.skipped), count: 7)
      if case .otherQuestion? = failure(header(seed), skips, sealed: sealed, full: other) {
        return true
      }
      return false
    }
    #expect(seeds.count > 5)
    var old = header(1)
    old.engine = 99
    #expect(failure(old, [], sealed: sealed, full: full) == .replay(.otherEngine(99)))
  }
}

extension String {
  fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}

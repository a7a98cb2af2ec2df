/// Marks an attempt at a sealed assessment where the key is: the answers are taken over into the
/// author's order, and the full assessment is played with them.
package enum SealedMarking {
  /// The attempt in the full course, at its end if the transcript comes to its end.
  ///
  /// - Parameters:
  ///   - sealed: the unit as it was handed out.
  ///   - full: the unit that it was made from. Whether it is, `SealedContent.matches` tells.
  package static func session(
    of transcript: Transcript, sealed: Program, full: Program
  ) throws(SealedMarkingFailure) -> Session {
    guard transcript.header.engine == Transcript.engineVersion else {
      throw .replay(.otherEngine(transcript.header.engine))
    }
    guard transcript.header.mode == .assessed else { throw .notOnRecord }
    guard sealed.entry == full.entry, sealed.units[sealed.entry]?.isSealed == true,
      case .assessment(let assessment)? = full.units[full.entry]?.content, !assessment.isSealed
    else { throw .notSealed(sealed.entry) }
    let questions = Dictionary(
      assessment.sections.flatMap(\.questions).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let setup = Setup(
      seed: transcript.header.seed, mode: transcript.header.mode,
      passed: Set(transcript.header.passed))
    var sat = Session(program: sealed, setup: setup)
    var marked = Session(program: full, setup: setup)
    for (index, entry) in transcript.entries.enumerated() {
      let number = index + 1
      var event = entry.event
      if case .answer(let answer) = event, case .question(let put) = sat.prompt {
        guard case .question(let own) = marked.prompt, own.question.id == put.question.id,
          let question = questions[put.question.id],
          let answer = answer.unsealed(question.sealedOrder)
        else { throw .otherQuestion(event: number, entry.event.text) }
        event = .answer(answer)
      }
      do {
        try sat.handle(entry.event)
        try marked.handle(event)
      } catch {
        throw .replay(.refused(event: number, entry.event.text, error))
      }
      guard sat.isOver == marked.isOver else {
        throw .otherQuestion(event: number, entry.event.text)
      }
    }
    return marked
  }
}

package enum SealedMarkingFailure: Error, Equatable, Sendable {
  case replay(ReplayFailure)
  /// Only attempts on record are marked.
  case notOnRecord
  /// This unit was not handed out sealed, or the full course has no key for it.
  case notSealed(String)
  /// In the full course another question stands here: it is not the one that was sealed.
  case otherQuestion(event: Int, String)
}

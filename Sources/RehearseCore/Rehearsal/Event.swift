/// What the learner confirmed. Indices count from 0 in the author's order; in a transcript they
/// count from 1.
package enum Event: Equatable, Sendable {
  /// A choice of the scene.
  case choose(Int)
  /// What the learner would say, in their own words.
  case say(String)
  /// An answer to the question that is put.
  case answer(Answer)
  /// How sure the learner is of the answer: 1, 2 or 3.
  case confidence(Int)
  case hint
  /// The criteria of the rubric that a person finds met in the free answer.
  case rate([Int])
  /// The items of this pause point that belong, in the exercise.
  case select([Int])
  /// What became of an item, in a real run.
  case mark(Int, ItemState)
  /// A remark on an item, in a real run.
  case remark(Int, String)
  /// The block of a page that was reached.
  case read(Int)
  /// An outside link that was opened.
  case visit(String)
  /// The page is read, the checklist is closed, the paper is handed in.
  case finish
  /// The time that the assessment allows is over.
  case timeUp
  case undo
  /// The learner started over; this attempt stays without a result.
  case abandon
}

/// What became of a checklist item in a real run.
package enum ItemState: String, CaseIterable, Sendable {
  case open
  case done
  case notApplicable = "not-applicable"
}

/// An event that does not fit where the session stands. Nothing changed.
package enum EventRefusal: Error, Equatable, Sendable {
  case notAwaited(String)
  case choiceNotOffered(Int)
  case answerDoesNotFit
  case noMoreHints
  case noHintsNow
  case nothingToUndo
  case noUndoWhenAssessed
  case alreadyOver
}

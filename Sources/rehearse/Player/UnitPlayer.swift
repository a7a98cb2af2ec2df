import RehearseCore
import RehearseStore

/// Plays one attempt: puts the session's actions on the screen, asks, and feeds the answers back.
struct UnitPlayer {
  enum Ending: Equatable {
    case finished
    case left
    case restart
    /// The attempt went on in another terminal.
    case elsewhere
  }

  let place: Workplace
  let course: OpenCourse
  private(set) var attempt: Attempt
  var screen: Screen
  /// How many events the last answer made.
  var eventsOfLastStep = 1
  /// Items of a checklist that the learner passed by in this round.
  var leftOpen: Set<Int> = []
  let dialogue: Dialogue

  init(_ place: Workplace, course: OpenCourse, attempt: Attempt) {
    self.place = place
    self.course = course
    self.attempt = attempt
    screen = Screen(
      place: place, mode: attempt.transcript.header.mode, skills: course.outline.skills)
    dialogue = Dialogue(console: place.console)
  }

  var session: Session { attempt.session }

  /// Shows where the attempt stands, then asks and answers until it ends or the learner leaves.
  mutating func play() throws -> Ending {
    screen.show(attempt.transcript.entries.isEmpty ? session.lastActions : session.arrival)
    while !session.isOver {
      let ending: Ending?
      switch session.prompt {
      case .ownWords: ending = try askOwnWords()
      case .choices(let choices): ending = try askChoice(choices)
      case .question(let put): ending = try askQuestion(put)
      case .confidence(let put): ending = try askConfidence(put)
      case .rubric(let put, let free, let answer): ending = try askRubric(put, free, answer)
      case .handIn(let leftOut): ending = try askHandIn(leftOut)
      case .exercise(let point): ending = try askExercise(point)
      case .engagement(let view): ending = try askEngagement(view)
      case .page(let blocks, let reached): ending = try read(blocks, from: reached)
      case .over: return .finished
      }
      if let ending { return ending }
    }
    return .finished
  }

  /// Records an event and shows what it brings. What does not fit is explained, and asked again.
  mutating func record(_ event: Event) throws -> Ending? {
    do {
      let actions = try attempt.record(event, now: place.now)
      screen.show(actions)
      return nil
    } catch let refusal as EventRefusal {
      place.write(refusal.explanation)
      return nil
    } catch let error as StoreError {
      guard case .conflict = error else { throw error }
      place.write(
        "This attempt went on in another terminal meanwhile. What you just typed was not counted;"
          + " here is where it stands now.", .caution)
      return .elsewhere
    }
  }

  /// The commands that work at every prompt. Returns nil where the same question is to be asked
  /// again.
  mutating func obey(_ name: String, _ rest: String) throws -> Ending? {
    switch name {
    case "undo": return try undo(rest)
    case "hint":
      if case .question = session.prompt { return try record(.hint) }
      place.write("There are hints for questions only. ? explains what can be said here.")
    case "show": screen.show(session.arrival)
    case "restart":
      let counts =
        isCounted ? " It counts as one of the attempts that its author allows." : ""
      if dialogue.confirms(
        "Begin anew? This attempt stays on record without a result.\(counts)")
      {
        try attempt.abandon(now: place.now)
        return .restart
      }
    default: try atHand.obey(name, rest)
    }
    return nil
  }

  /// Whether the author of the assessment counts its attempts.
  private var isCounted: Bool {
    session.setup.mode == .assessed
      && session.program.units[attempt.record.unit]?.countsAttempts == true
  }

  private var atHand: AtHand {
    AtHand(
      place: place, course: course, unit: attempt.record.unit, attempt: attempt.record.id,
      scene: screen.sceneTitle)
  }

  /// Takes back one step, or as many as were asked for. Several items that were marked with one
  /// answer are one step.
  private mutating func undo(_ rest: String) throws -> Ending? {
    guard let count = rest.isEmpty ? eventsOfLastStep : Words.integer(rest), count > 0 else {
      place.write("Type :undo, or :undo 3 for three steps.")
      return nil
    }
    eventsOfLastStep = 1
    // The first says why, where there is no way back.
    for step in 0..<count where step == 0 || session.canUndo {
      if let ending = try record(.undo) { return ending }
    }
    return nil
  }
}

extension Attempt {
  /// Ends the attempt without a result.
  mutating func abandon(now: String) throws {
    _ = try record(.abandon, now: now)
  }
}

extension EventRefusal {
  var explanation: String {
    switch self {
    case .noUndoWhenAssessed: "An assessed attempt has no way back; practice has."
    case .nothingToUndo: "There is nothing to take back: this is where the attempt began."
    case .noMoreHints: "There are no more hints for this question."
    case .noHintsNow: "An assessed attempt has no hints; practice has."
    case .choiceNotOffered: "That choice is not offered here."
    case .answerDoesNotFit, .notAwaited: "That does not fit here. ? explains what can be said."
    case .alreadyOver: "This attempt is over."
    }
  }
}

import RehearseCore
import RehearseStore

/// Stepping back into a decision of an attempt that is over, and playing on from there.
struct PlayAgain {
  let place: Workplace

  private static let commands = [
    (name: "again", help: ":again 4 plays on from decision 4"),
    (name: "quit", help: ":quit goes on"),
  ]

  /// Asks whether to step back into a decision. Nil where the learner goes on instead.
  func offer(_ attempt: Attempt, _ debrief: Debrief) throws -> Attempt? {
    guard attempt.transcript.header.mode == .practice, place.console.isInteractive else {
      return nil
    }
    let count = debrief.decisions.count
    let example = (debrief.turningPoint ?? 0) + 1
    place.blank()
    while true {
      let reply = Dialogue(console: place.console).ask(
        Prompt(
          "Enter goes on; :again \(example) plays on from decision \(example): ",
          history: .command, completions: [":again \(example)"]),
        help: [
          "Enter goes on.",
          ":again and a number steps back into that decision of the debrief, as a new attempt in"
            + " practice. This one stays as it is.",
        ], commands: Self.commands)
      switch reply {
      case .line(""), .leave, .timeUp: return nil
      case .command("again", let rest):
        if let number = Words.integer(rest),
          let again = try self.attempt(attempt, debrief, from: number)
        {
          return again
        }
        place.write("The debrief has decisions 1 to \(count): type :again and one of them.")
      case .line, .command:
        place.write("Press Enter to go on, or type :again and the number of a decision.")
      }
    }
  }

  /// A new attempt that stands before a decision of another, the first being 1.
  func attempt(_ attempt: Attempt, _ debrief: Debrief, from number: Int) throws -> Attempt? {
    guard debrief.decisions.indices.contains(number - 1) else { return nil }
    let again = try attempt.branch(before: number - 1, id: place.newID(), now: place.now)
    if again != nil {
      place.write(
        "A new attempt in practice, from decision \(number)"
          + " (\(debrief.decisions[number - 1].sceneTitle)). The earlier one stays as it is.", .dim)
    }
    return again
  }
}

/// The debrief has no decision of that number.
struct NoSuchDecision: ExplainedError, Equatable {
  var number: Int
  var count: Int

  var message: String {
    count == 0
      ? "This attempt has no decisions." : "This attempt has no decision \(number)."
  }
  var help: String {
    count == 0
      ? "Role-plays have decisions: `rehearse debrief --list` shows the attempts."
      : "Its debrief numbers them from 1 to \(count)."
  }
  var exitCode: Int32 { 65 }
}

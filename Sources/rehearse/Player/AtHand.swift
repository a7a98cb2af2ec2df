import RehearseCore
import RehearseStore

/// What is at hand at every prompt, inside a unit and outside: job aids and notes.
struct AtHand {
  let place: Workplace
  let course: OpenCourse
  /// Where a note is taken.
  var unit = ""
  var attempt: String?
  var scene = ""

  /// The commands that it understands.
  static let names: Set = ["aid", "note", "notes", "save"]

  func obey(_ name: String, _ rest: String) throws {
    switch name {
    case "aid": try AidScreen(at: self).open(rest)
    case "note": try note(rest)
    case "notes": try NotesScreen(place: place).show(course: course.id)
    default: place.write("Everything that you confirmed is saved already, after each answer.")
    }
  }

  private func note(_ text: String) throws {
    guard !text.isEmpty else {
      place.write("Type your note behind it: :note Ask for the number of sites.")
      return
    }
    try place.records.add(
      NoteRecord(
        id: place.newID(), at: place.now, course: course.id, unit: unit, attempt: attempt,
        place: scene, text: text))
    place.write("Noted. :notes shows all of them, and so does `rehearse notes`.")
  }

  /// Asks for a line in a list or a small question, with all that is at hand; nil where the learner
  /// goes back.
  func ask(_ prompt: Prompt, help: String) throws -> String? {
    while true {
      let reply = Dialogue(console: place.console).ask(
        prompt, help: [help, "Enter goes back."], commands: Dialogue.commandsAtHand)
      switch reply {
      case .line(""), .leave, .timeUp: return nil
      case .line(let line): return line
      case .command(let name, let rest): try obey(name, rest)
      }
    }
  }
}

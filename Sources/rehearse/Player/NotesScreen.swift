import RehearseCore
import RehearseStore

/// The learner's own notes, oldest first.
struct NotesScreen {
  let place: Workplace

  func show(course: String?) throws {
    let notes = try place.records.notes(course: course)
    guard !notes.isEmpty else {
      place.write("You have no notes yet. Inside a unit, :note TEXT keeps one.")
      return
    }
    place.heading("My notes")
    for note in notes {
      place.write(
        StyledText(
          [Timestamp.day(note.at), note.unit, note.place].filter { !$0.isEmpty }
            .joined(separator: " \(place.theme.glyphs.separator) "), .dim))
      place.write(StyledText(note.text), first: "  ", rest: "  ")
    }
  }
}

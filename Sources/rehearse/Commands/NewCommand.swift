import ArgumentParser
import RehearseCore
import RehearseStore

/// What `new` makes.
enum NewKind: ExpressibleByArgument, Equatable {
  case unit(UnitKind)
  case exercise

  init?(argument: String) {
    if argument == "exercise" {
      self = .exercise
    } else if let kind = UnitKind(rawValue: argument) {
      self = .unit(kind)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { UnitKind.allCases.map(\.rawValue) + ["exercise"] }
}

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a course, or a unit in one, to begin with.",
    discussion: """
      What it makes works at once, and says in notes how it is written. A course is a folder with a \
      small unit of each kind. A unit goes into the course that you stand in, and gets a line in \
      its outline. An exercise is what a lesson hands out to be mended: name the lesson, and its \
      files are put into a folder. Nothing that is there is written over.
      """)

  @Argument(help: "What to make.")
  var kind: NewKind

  @Argument(
    help: "Its title, as learners see it; the file is named after it. For an exercise, the lesson.")
  var name: String

  @Option(
    name: .customLong("in"),
    help: "The course's folder; for a new course or an exercise, the folder to put it in.")
  var folder: String?

  func run() throws {
    try reporting {
      let kind: UnitKind
      switch self.kind {
      case .exercise: return show(try NewExercise(name, in: folder ?? "."))
      case .unit(.course): return show(try NewFiles.course(name, in: folder ?? "."))
      case .unit(let other): kind = other
      }
      let course = folder ?? CourseFolder.around() ?? "."
      guard CourseFolder.isTaken(course + "/course.md") else { throw NewFailure.noCourse(course) }
      show(try NewFiles.unit(kind, name, in: try CourseFolder(course)))
    }
  }

  private func show(_ new: NewExercise) {
    for path in new.paths { print("Written: \(path.printable)") }
    print("")
    print("Check it: rehearse check \(new.folder.quotedForShell)")
    print("Mend it in your editor until check finds nothing.")
  }

  private func show(_ new: NewFiles) {
    for path in new.paths { print("Written: \(path.printable)") }
    switch new.outline {
    case .added(let line, let text):
      let cover = NewFiles.join(new.folder, "course.md")
      print("Added to \(cover.printable), line \(line): \(text.printable)")
      print("Move the line to where it belongs.")
    case .left(let text):
      print("Now add this line to the outline in course.md:")
      print("  \(text.printable)")
    case nil: break
    }
    print("")
    if kind != .unit(.certification) {
      print("Play it:  rehearse play \(new.plays.quotedForShell)")
    }
    print("Check it: rehearse check \(new.folder.quotedForShell)")
  }
}

extension String {
  /// As it can be typed in a shell.
  var quotedForShell: String {
    let plain = printable
    let isPlain = plain.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./".unicodeScalars.contains($0)
    }
    return isPlain ? plain : "'" + plain.replacing("'", with: "'\\''") + "'"
  }
}

import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct ChecklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: "Work a checklist for a real customer, and keep the record.",
    discussion: """
      NAME is the checklist's name, its file or COURSE/UNIT. \
      Without --for it is an exercise. With --for the record is dated and kept; the same command \
      goes on with it. With --export the newest record for the customer is written to a file.
      """)

  @Argument(help: "The checklist's name, or its file.")
  var name: String?

  @Option(name: .customLong("for"), help: "The customer.")
  var client: String?

  @Option(help: "Write the record to FILE.md or FILE.html.")
  var export: String?

  @Option(help: "The course; without it, the one that was used last.")
  var course: String?

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if let client, client.trimmingBlanks.isEmpty {
      throw ValidationError("--for takes the name of a customer.")
    }
    guard let export else { return }
    if client == nil || name == nil {
      throw ValidationError("--export needs the checklist's name and --for CLIENT.")
    }
    if !export.hasSuffix(".md"), !export.hasSuffix(".html") {
      throw ValidationError("--export takes a file that ends in .md or .html.")
    }
  }

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      guard let name else {
        return try EngagementScreen(room: try place.room(course)).run(client: client)
      }
      let (room, path) = try find(name, place)
      let engagements = EngagementScreen(room: room)
      guard let client else {
        _ = try room.play(path, mode: .practice)
        return
      }
      guard let export else { return try engagements.work(path, client: client) }
      let record = try engagements.record(path, client: client)
      let text = export.hasSuffix(".html") ? record.html : record.markdown
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: export), options: .atomic)
      } catch {
        throw fail(
          "“\(export)” cannot be written.",
          "Choose a folder that exists and that you can write to.",
          73)
      }
      place.write("Written to \(export).")
    }
  }

  /// In the course that was used last; else by its file or as COURSE/UNIT; else in the first other
  /// course that has a checklist of that name.
  private func find(_ name: String, _ place: Workplace) throws -> (CourseRoom, String) {
    if let course {
      let room = try place.room(course)
      return (room, try room.path(ofUnit: name))
    }
    let last = try? place.room(nil)
    if let last, let path = try? last.path(ofUnit: name) { return (last, path) }
    if name.contains("/") || name.hasSuffix(".md") {
      let (room, unit) = try place.room(around: name)
      return (room, try room.path(ofUnit: unit ?? name))
    }
    // To look into a course is not to use it: a room is opened for the one that has it.
    for found in try place.allCourses() {
      guard let course = try? OpenCourse(found.source),
        let path = try? course.path(ofUnit: name), course.units[path]?.kind == .checklist
      else { continue }
      return (try CourseRoom(place, found), path)
    }
    let room = try last ?? place.room(nil)
    return (room, try room.path(ofUnit: name))
  }
}

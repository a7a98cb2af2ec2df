import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct ChecklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: "Work a checklist for a real customer, and keep the record.",
    discussion: """
      Without --for it is an exercise. With --for the record is dated and kept; the same command \
      goes on with it. With --export the newest record for the customer is written to a file.
      """)

  @Argument(help: "The checklist's name.")
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
      let room = try place.room(course)
      let engagements = EngagementScreen(room: room)
      guard let name else { return try engagements.run(client: client) }
      let path = try room.path(ofUnit: name)
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
}

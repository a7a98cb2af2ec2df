import ArgumentParser
import RehearseStore

struct CoursesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "courses", abstract: "List your courses.")

  @Flag(help: "Print a JSON array.")
  var json = false

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      let entries = try place.library.catalogue(place.finder)
      if json { return try printJSON(entries.map(CourseLine.init)) }
      CourseListText(place: place).show(entries)
    }
  }
}

/// A course as programs read it.
private struct CourseLine: Encodable {
  var entry: CatalogueEntry

  init(_ entry: CatalogueEntry) { self.entry = entry }

  /// What is not known is null; no key is left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(entry.course.id, forKey: .course)
    try container.encode(entry.course.title, forKey: .title)
    try container.encode(entry.version, forKey: .version)
    try container.encode(entry.course.openedAt, forKey: .since)
    try container.encode(entry.course.folder, forKey: .folder)
    try container.encode(entry.course.snapshot, forKey: .digest)
    try container.encode(entry.files, forKey: .files)
    try container.encode(entry.bytes, forKey: .bytes)
    try container.encode(entry.attempts, forKey: .attempts)
    try container.encode(entry.unfinished, forKey: .unfinished)
  }

  private enum CodingKeys: String, CodingKey {
    case course, title, version, since, folder, digest, files, bytes, attempts, unfinished
  }
}

import ArgumentParser
import RehearseStore

struct AidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aid", abstract: "Show a job aid, or the list of them.",
    discussion: """
      NAME is a part of the aid's name, its file, such as courses/consulting/aids/phrases.md, or \
      COURSE/UNIT.
      """)

  @Argument(help: "The aid's name or a part of it, or its file.")
  var name: String?

  @Option(help: "The course; without it, the one that was used last.")
  var course: String?

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      if let name, course == nil, name.contains("/") || name.hasSuffix(".md") {
        return try showFile(name, place)
      }
      if let name, course == nil, let aids = try aids(with: name, place) {
        return try aids.open(name)
      }
      let room = try place.room(course)
      let aids = AidScreen(at: room.atHand)
      if let name, aids.find(name) == nil, !place.console.isInteractive {
        throw UnitNotFound(name: name, course: room.course.id, near: nil)
      }
      try aids.open(name ?? "")
    }
  }

  /// The aid that a path on disk means, or COURSE/UNIT.
  private func showFile(_ name: String, _ place: Workplace) throws {
    let (room, unit) = try place.room(around: name)
    let aids = AidScreen(at: room.atHand)
    guard let unit else { return try aids.open("") }
    let path = try room.path(ofUnit: unit)
    guard try room.course.unit(path)?.value.about.kind == .aid else { throw NoAid(name: name) }
    try aids.show(path)
  }

  /// The aids of the first course that has one of that name: those that were used come first, then
  /// those on the shelves, so that an aid can be had before any course was opened.
  private func aids(with name: String, _ place: Workplace) throws -> AidScreen? {
    for found in try place.allCourses() {
      guard let course = try? OpenCourse(found.source) else { continue }
      let aids = AidScreen(at: AtHand(place: place, course: course))
      if aids.find(name) != nil { return aids }
    }
    return nil
  }
}

/// What was named is no job aid.
struct NoAid: ExplainedError, Equatable {
  var name: String
  var message: String { "“\(name)” is no job aid." }
  var help: String { "`rehearse aid` lists the job aids; other units are played: rehearse play." }
  var exitCode: Int32 { 65 }
}

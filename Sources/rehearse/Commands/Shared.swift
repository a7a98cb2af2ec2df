import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

/// Options that every command with a screen has.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "No colour, and no drawing characters but ASCII.")
  var plain = false
}

/// Where one stands counts as a course's folder only if it is one: nobody means their whole home.
func validateCourse(at folder: String) throws {
  guard folder == ".", !FileManager.default.fileExists(atPath: "course.md") else { return }
  throw ValidationError("There is no course here. Name the folder of one.")
}

/// Runs a command's work, and turns what it throws into a message and an exit status.
func reporting<T>(_ work: () throws -> T) throws -> T {
  do {
    return try work()
  } catch let error as any ExplainedError {
    throw fail(error.message, error.help, error.exitCode)
  } catch let error as StandardConsole.Failure {
    switch error {
    case .unreadableAnswers(let path, let code):
      throw fail(
        "The answers in “\(path)” cannot be read: \(String(cString: strerror(code))).",
        "Name a file with one answer a line, or - for standard input.", 74)
    }
  } catch let error as TranscriptFailure {
    throw fail(error.message, "Use the file as it was exported.", 65)
  } catch let error as ReplayFailure {
    throw fail(error.message, "Replay it against the content that it was made with.", 65)
  }
}

/// Says on standard error what is wrong and what to do next.
func fail(_ message: String, _ help: String, _ status: Int32) -> ExitCode {
  let text = "rehearse: \(message.printable)\n\(help.isEmpty ? "" : help.printable + "\n")"
  FileHandle.standardError.write(Data(text.utf8))
  return ExitCode(status)
}

extension Workplace {
  /// Opens the record and the console as the surroundings say.
  static func open(
    _ options: ScreenOptions, answers: String? = nil, isSilent: Bool = false
  ) throws -> Workplace {
    let environment = ProcessInfo.processInfo.environment
    let directory = DataDirectory(environment: environment)
    let records = try RecordsDatabase(in: directory)
    let console = try StandardConsole.make(
      plain: options.plain, answers: answers, historyDirectory: directory.path + "/history",
      environment: environment, isSilent: isSilent)
    return Workplace(
      console: ScreenfulConsole(console), records: records, environment: environment)
  }

  var finder: CourseFinder {
    CourseFinder(
      library: library,
      shelves: CourseFinder.shelves(environment: environment))
  }

  /// The course that was named; else the one that was used last; else the only one there is.
  func room(_ name: String?) throws -> CourseRoom {
    if let name { return try CourseRoom(self, try finder.find(name)) }
    if let last = try library.courses().first {
      return try CourseRoom(self, try finder.open(last))
    }
    let shelved = finder.onShelves()
    guard let folder = shelved.first, shelved.count == 1 else {
      throw NoCourseChosen(found: shelved.map(\.path))
    }
    return try CourseRoom(self, CourseFinder.Found(source: FolderSource(folder), folder: folder))
  }

  /// The course that a path on disk or COURSE/UNIT lies in, and what is named of it.
  func room(around words: String) throws -> (room: CourseRoom, unit: String?) {
    let found = try CourseFinder.fromHere(words) ?? finder.find(words)
    return (try CourseRoom(self, found), found.unit)
  }

  /// Those that were used, the last one first, and then those on the shelves.
  func allCourses() throws -> [CourseFinder.Found] {
    try library.courses().compactMap { try? finder.open($0) }
      + finder.onShelves().map { CourseFinder.Found(source: FolderSource($0), folder: $0) }
  }
}

/// There is more than one course, or none, and none was used before.
struct NoCourseChosen: ExplainedError, Equatable {
  var found: [String]

  var message: String {
    found.isEmpty ? "There is no course yet." : "There are several courses; none was opened before."
  }

  var help: String {
    found.isEmpty
      ? "Open one by its folder: `rehearse play courses/consulting`, or take one from a bundle:"
        + " `rehearse install FILE`."
      : "Open one of them:" + found.map { "\n  rehearse play \($0)" }.joined()
  }

  var exitCode: Int32 { 65 }
}

/// Prints a value as one line of JSON with its keys in order.
func printJSON(_ value: some Encodable) throws { print(try jsonLine(value), terminator: "") }

/// A value as one line of JSON with its keys in order.
func jsonLine(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}

extension TranscriptFailure {
  var message: String {
    switch self {
    case .tooLarge(let bytes): "A transcript of \(bytes) bytes is too large."
    case .notUTF8: "A transcript is text in UTF-8; this file is not."
    case .notATranscript: "The file does not begin with “rehearse transcript 1”."
    case .headerLine(let line, let text): "Line \(line) of the header is not understood: \(text)"
    case .missing(let name): "The header has no \(name) that can be used."
    case .eventLine(let line, _): "Line \(line) is not an event."
    case .sequence(let line, let expected):
      "Line \(line) should be event \(expected): one is missing, added or moved."
    case .hash(let line, let event):
      "Event \(event) (line \(line)) does not fit what stands before it: something was changed."
    }
  }
}

extension ReplayFailure {
  var message: String {
    switch self {
    case .otherEngine(let version):
      "The transcript was made by version \(version) of the rules; this program has version"
        + " \(Transcript.engineVersion)."
    case .refused(let event, let text, _):
      "Event \(event) (“\(text)”) is not possible there in this course."
    }
  }
}

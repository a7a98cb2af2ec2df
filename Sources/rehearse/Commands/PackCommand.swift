import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Put a course into one file that can be mailed.",
    discussion: """
      The file is an SQLite archive; docs/bundle.md describes it. The same course gives the same \
      file, to the byte. A course with errors is not packed.

      With --seal, the bundle has the questions of an assessment and not its key. Who sits it sends \
      the record back, and it is marked where it was packed.
      """)

  @Argument(help: "The folder of the course; without it, where you are.")
  var folder = "."

  @Option(name: .shortAndLong, help: "The file to write; without it, one named after the course.")
  var out: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Assessments that the bundle has without their key: ids or paths.", valueName: "unit"))
  var seal: [String] = []

  @Flag(help: "Replace the file if it is there.")
  var replace = false

  func validate() throws { try validateCourse(at: folder) }

  func run() throws {
    try reporting {
      let folder = try CourseFolder(CourseFinder.folder(of: folder))
      let full = try accepted(folder)
      let content = seal.isEmpty ? nil : try SealedContent(full, sealing: seal)
      let course = content?.sealed ?? full
      let bundle = out ?? folder.bundlePath(for: course)
      guard !folder.encloses(bundle) else { throw BundleInsideCourse(path: bundle) }
      // The key first: a bundle that nobody can mark is worse than none.
      if let content { try keep(content) }
      let isNew = try CourseBundle.write(course, to: bundle, replacing: replace)
      print("\(isNew ? "Packed" : "Nothing new"): \(bundle.printable), \(course.extent).")
      for line in content.map(SealingText.lines) ?? [] { print(line.printable) }
      print("On the other machine: rehearse install \(bundle.quotedForShell)")
    }
  }

  private func keep(_ content: SealedContent) throws {
    let directory = DataDirectory(environment: ProcessInfo.processInfo.environment)
    try Library(try RecordsDatabase(in: directory)).keep(content, at: Timestamp.text(Date()))
  }

  /// The course, if there is no error in it; else every finding is printed.
  private func accepted(_ folder: CourseFolder) throws -> PackedCourse {
    let course: PackedCourse
    do {
      course = try PackedCourse(folder)
    } catch BundleError.courseErrors {
      throw try refusal(CourseFolderReading.read(folder).diagnostics)
    } catch let reason as BundleError {
      throw CourseRefused(path: self.folder, act: .packing, reason: reason)
    }
    let findings = course.findings
    guard !findings.contains(where: { $0.severity == .error }) else { throw refusal(findings) }
    if !findings.isEmpty {
      print(FindingsText.summary(findings) + " `rehearse check` shows them.")
    }
    return course
  }

  private func refusal(_ findings: [Diagnostic]) -> CourseRefused {
    print(FindingsText.text(findings), terminator: "")
    return CourseRefused(
      path: folder, act: .packing,
      reason: .courseErrors(findings.filter { $0.severity == .error }))
  }
}

/// The next bundle would hold this one.
struct BundleInsideCourse: ExplainedError, Equatable {
  var path: String

  var message: String { "\(path) lies in the folder of the course, and would become a part of it." }
  var help: String { "Choose a place outside, for example `--out ../course.rehearse`." }
  var exitCode: Int32 { 73 }
}

/// What sealing did, in words.
enum SealingText {
  static func lines(_ content: SealedContent) -> [String] {
    let titles = content.units.map { content.full.reading.value?.units[$0]?.about.title ?? $0 }
    var lines = titles.map { "Sealed: “\($0)”. The bundle has its questions and not its key." }
    for path in content.leftOut {
      lines.append("Left out: \(path), which nothing in the course names.")
    }
    lines.append(
      "The full course is kept with your record on this machine, to mark what comes back. Hand out"
        + " the bundle, and neither the folder nor a bundle that is not sealed.")
    return lines
  }
}

extension PackedCourse {
  /// `21 files, 192 KB`
  var extent: String { ByteCount.extent(files: files.count, bytes: size) }
}

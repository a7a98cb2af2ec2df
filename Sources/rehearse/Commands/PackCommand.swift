import ArgumentParser
import RehearseCore
import RehearseStore

struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Put a course into one file that can be mailed.",
    discussion: """
      The file is an SQLite archive; docs/bundle.md describes it. The same course gives the same \
      file, to the byte. A course with errors is not packed.
      """)

  @Argument(help: "The folder of the course; without it, where you are.")
  var folder = "."

  @Option(name: .shortAndLong, help: "The file to write; without it, one named after the course.")
  var out: String?

  @Flag(help: "Replace the file if it is there.")
  var replace = false

  func validate() throws { try validateCourse(at: folder) }

  func run() throws {
    try reporting {
      let folder = try CourseFolder(CourseFinder.folder(of: folder))
      let course = try accepted(folder)
      let bundle = out ?? folder.bundlePath(for: course)
      guard !folder.encloses(bundle) else { throw BundleInsideCourse(path: bundle) }
      let isNew = try CourseBundle.write(course, to: bundle, replacing: replace)
      print("\(isNew ? "Packed" : "Nothing new"): \(bundle.printable), \(course.extent).")
      print("On the other machine: rehearse install \(bundle.quotedForShell)")
    }
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

extension PackedCourse {
  /// `21 files, 192 KB`
  var extent: String { ByteCount.extent(files: files.count, bytes: size) }
}

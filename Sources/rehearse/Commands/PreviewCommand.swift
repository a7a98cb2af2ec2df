import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Write a course as pages for the expert who approves it.",
    discussion: """
      The folder holds pages without scripts that open in any browser and print well: every scene \
      with its choices, every question with its key, the marking, the findings, and a place to \
      sign. Errors in the course are shown, and do not stop it. Maps are drawn where Graphviz is \
      installed, and are always there in words. The same course gives the same pages.
      """)

  @Argument(help: "The folder of the course; without it, where you are.")
  var folder = "."

  @Option(
    name: .shortAndLong, help: "The folder to write: a new one, or that of an earlier preview.")
  var out: String

  @Option(
    help: ArgumentHelp("A day that the pages show, such as 2026-11-22.", valueName: "day"))
  var date: String?

  func validate() throws {
    try validateCourse(at: folder)
    if let date, date.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil {
      throw ValidationError("--date is a day such as 2026-11-22.")
    }
  }

  func run() throws {
    let (reading, pages) = try reporting { try write() }
    let found =
      reading.diagnostics.isEmpty ? "No findings." : FindingsText.summary(reading.diagnostics)
    print("Written to \(out.printable): \(pages) pages, beginning with index.html. \(found)")
  }

  private func write() throws -> (Reading<Course?>, pages: Int) {
    let source = try CourseFolder(CourseFinder.folder(of: folder))
    let target = try PreviewFolder(out, course: source)
    let digest = try CourseDigest(ofReadableIn: source).hex
    let (reading, review) = try CourseFolderReading.reviewed(source)
    guard let review else {
      FileHandle.standardError.write(Data(FindingsText.text(reading.diagnostics).utf8))
      throw fail("There is no course to show in “\(folder)”.", "Mend course.md first.", 65)
    }
    let preview = CoursePreview(
      review, diagnostics: reading.diagnostics, digest: digest, date: date)
    let pages = preview.pages(drawings: Self.drawings(of: preview))
    var files = pages.map { PreviewFolder.File(path: $0.path, bytes: Array($0.text.utf8)) }
    for image in preview.images {
      // One that cannot be read is missing on its page, and among the findings.
      if let bytes = try? source.read(image) {
        files.append(PreviewFolder.File(path: image, bytes: bytes))
      }
    }
    // Who signs, signs for this content.
    guard try CourseDigest(ofReadableIn: source).hex == digest else {
      throw PreviewRefusal.courseChanged(path: folder)
    }
    try target.write(files, as: out)
    return (reading, pages.count)
  }

  /// The maps as far as Graphviz draws them; each page has its map in words too.
  private static func drawings(of preview: CoursePreview) -> [String: String] {
    var drawings: [String: String] = [:]
    for (path, dot) in preview.maps {
      do {
        drawings[path] = try Graphviz.svg(dot, patience: .seconds(20))
      } catch {
        let words =
          error == .notInstalled
          ? "Graphviz is not installed: the maps are in words alone."
          : "The map of \(path) is in words alone. \(error.message)"
        FileHandle.standardError.write(Data((words.printable + "\n").utf8))
        if error == .notInstalled { break }
      }
    }
    return drawings
  }
}

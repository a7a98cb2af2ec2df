import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct InstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Take a course from a bundle, or from a folder.",
    discussion: """
      All of the course is kept with your record, and the file or folder is needed no more. Attempts \
      that are under way go on with the content that they began on. A bundle is checked first, and \
      taken whole or not at all.
      """)

  @Argument(help: "A file that `rehearse pack` wrote, or the folder of a course.")
  var course: String

  func run() throws {
    try reporting {
      let packed = try readCourse()
      let directory = DataDirectory(environment: ProcessInfo.processInfo.environment)
      let library = Library(try RecordsDatabase(in: directory))
      let installation = try library.install(packed, at: Timestamp.text(Date()))
      for line in InstallationText.lines(installation, packed) { print(line.printable) }
    }
  }

  private func readCourse() throws -> PackedCourse {
    let isFolder = (try? CourseFolder(course)) != nil
    do {
      guard isFolder else { return try CourseBundle.read(course) }
      return try PackedCourse(CourseFolder(CourseFinder.folder(of: course)))
    } catch let reason as BundleError {
      if case .courseErrors(let errors) = reason {
        print(FindingsText.text(errors), terminator: "")
      }
      throw CourseRefused(
        path: course, act: isFolder ? .installingFolder : .installing, reason: reason)
    }
  }
}

/// What installing did, in words.
enum InstallationText {
  static func lines(_ installation: Installation, _ course: PackedCourse) -> [String] {
    let now = installation.now
    var lines: [String] = []
    switch installation.change {
    case .new, .takenFromFolder:
      lines.append("Installed: “\(now.title)”\(version(now)) (\(course.extent)).")
    case .same:
      return ["Nothing new: “\(now.title)”\(version(now)) is installed already."]
    case .updated(let before):
      lines.append("Updated: “\(now.title)”, from \(name(before)) to \(name(now)).")
      if before.title != now.title { lines.append("Its title was “\(before.title)”.") }
      if before.version == now.version, before.version != nil {
        lines.append("Both say that they are the same version; the author can raise `version:`.")
      }
    }
    for path in course.sealedUnits {
      let title = course.reading.value?.units[path]?.about.title ?? path
      lines.append("Sealed: “\(title)”. It is marked when you send your record: rehearse submit.")
    }
    if let folder = installation.folder {
      lines.append("Until now it was opened from \(folder), which stays as it is.")
    }
    if installation.unfinished > 0 {
      lines.append(
        installation.unfinished == 1
          ? "Your unfinished attempt goes on with the text that it began on."
          : "Your \(installation.unfinished) unfinished attempts go on with the text that they"
            + " began on.")
    }
    lines.append("Play it: rehearse play \(course.id.quotedForShell)")
    return lines
  }

  private static func version(_ edition: Edition) -> String {
    edition.version.map { ", version \($0)" } ?? ""
  }

  private static func name(_ edition: Edition) -> String {
    let digest = edition.digest.prefix(8)
    guard let version = edition.version else {
      return digest.isEmpty ? "an earlier state" : "the state \(digest)"
    }
    return "version \(version)" + (digest.isEmpty ? "" : " (\(digest))")
  }
}

import ArgumentParser
import Glibc
import RehearseCore
import RehearseStore

/// Checks a course again and again, whenever a file of it is saved.
struct CourseWatch {
  let folder: CourseFolder
  let format: CheckFormat

  func run() throws {
    let output = TextOutput(descriptor: STDOUT_FILENO)
    let watch: FolderWatch
    do {
      watch = try FolderWatch(folder.root)
    } catch {
      throw fail(
        "\(folder.path) cannot be watched: \(error.reason).",
        "Check it without --watch, or close programs that watch many folders.", 74)
    }
    if format == .text {
      output.write("Checking \(folder.path.printable) when a file is saved. Ctrl-C ends it.\n")
    }
    while !output.isClosed {
      // Folders that are new are watched before they are read, so that nothing falls between.
      try? watch.lookAgain()
      do {
        let found = try CourseFolderReading.review(CourseFolder(folder.root)).diagnostics
        output.write(heading + (try format.text(of: found, in: folder.path)))
      } catch CourseFolderError.noFolder {
        throw gone
      } catch let error as CourseFolderError {
        // It may pass: a folder is being copied, or a permission is about to be given.
        output.write(heading + error.message.printable + "\n")
      }
      switch watch.next() {
      case .changed: continue
      case .gone: throw gone
      case .stopped: return
      }
    }
  }

  private var heading: String {
    guard format == .text else { return "" }
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return "\n\(two(local.tm_hour)):\(two(local.tm_min)):\(two(local.tm_sec))\n"
  }

  private var gone: ExitCode {
    fail(
      "The folder \(folder.path) is gone: it was removed or has another name now.",
      "Check the course where it is now.", 74)
  }
}

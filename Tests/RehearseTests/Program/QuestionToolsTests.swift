import Foundation
import Testing

/// What other programs say to our exports: pygiftparser and text2qti, where Python has them.
/// `REHEARSE_PYTHON` names the Python; without it, `/usr/bin/python3`.
@Suite(
  .enabled(
    if: QuestionTools.areThere,
    "pygiftparser and text2qti are not installed (pip install pygiftparser text2qti)."))
struct QuestionToolsTests {
  private func export(_ format: String, of file: String, to folder: Folder) throws -> String {
    let output = try Program.run(
      ["export", file, "--format", format, "--out", folder.path + "/quiz"], home: folder.path)
    #expect(output.status == 0, "\(output)")
    return folder.path + "/quiz"
  }

  /// The shipped exams, and the one with every type.
  static let exams: [String] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    return ["final", "renewal", "bearings/diagnostic"].map { "\(root)/courses/consulting/\($0).md" }
      + [EveryConstruct.path + "/check-in.md"]
  }()

  @Test(arguments: exams)
  func gift(_ exam: String) throws {
    let folder = try Folder()
    let quiz = try export("gift", of: exam, to: folder)
    let output = try QuestionTools.run(
      """
      import sys, logging
      from pygiftparser import parser
      logging.disable(logging.CRITICAL)
      for q in parser.parseFile(open(sys.argv[1], encoding="utf-8")):
          answers = getattr(q, "answers", None)
          print(q.valid, type(answers).__name__, q.title)
      """, quiz, in: folder)
    let lines = output.split(separator: "\n")
    let questions = try String(contentsOfFile: exam, encoding: .utf8).split(separator: "\n")
      .count { $0.hasPrefix("### ") }
    #expect(lines.count >= questions, "\(output)")
    // pygiftparser does not know Moodle's ordering type.
    let source = try String(contentsOfFile: quiz, encoding: .utf8)
    let orderings = source.split(separator: "{>").count - 1
    #expect(lines.count { $0.hasPrefix("False") } == orderings, "\(output)")
  }

  @Test(arguments: exams)
  func text2qti(_ exam: String) throws {
    let folder = try Folder()
    let quiz = try export("text2qti", of: exam, to: folder)
    let output = try QuestionTools.run(
      """
      import sys, io
      from text2qti.config import Config
      from text2qti.quiz import Quiz, Question
      quiz = Quiz(open(sys.argv[1], encoding="utf-8").read(), config=Config())
      for q in quiz.questions_and_delims:
          if isinstance(q, Question): print(q.type, q.points_possible)
      """, quiz, in: folder)
    let source = try String(contentsOfFile: quiz, encoding: .utf8)
    let questions = source.split(separator: "\n").count { $0.hasPrefix("Points: ") }
    #expect(output.split(separator: "\n").count == questions && questions > 0, "\(output)")
  }

  @Test func qtiIsWellFormed() throws {
    let folder = try Folder()
    let output = try Program.run(
      ["export", Self.exams[3], "--format", "qti3", "--out", folder.path + "/quiz.zip"],
      home: folder.path)
    #expect(output.status == 0, "\(output)")
    let names = try QuestionTools.run(
      """
      import sys, zipfile
      from xml.dom import minidom
      with zipfile.ZipFile(sys.argv[1]) as package:
          assert package.testzip() is None
          for name in package.namelist():
              minidom.parseString(package.read(name))
              print(name)
      """, folder.path + "/quiz.zip", in: folder)
    #expect(names.split(separator: "\n").count == 10, "\(names)")
  }
}

enum QuestionTools {
  static let python = ProcessInfo.processInfo.environment["REHEARSE_PYTHON"] ?? "/usr/bin/python3"

  static let areThere: Bool = {
    guard FileManager.default.isExecutableFile(atPath: python), let folder = try? Folder() else {
      return false
    }
    let found = try? run("import pygiftparser, text2qti; print('yes')", "", in: folder)
    return found == "yes\n"
  }()

  struct Failure: Error {
    var message: String
  }

  static func run(_ script: String, _ argument: String, in folder: Folder) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", script, argument]
    // text2qti keeps its settings in the home folder.
    process.environment = ["HOME": folder.path, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    let out = Pipe()
    process.standardOutput = out
    process.standardError = out
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(message: text) }
    return text
  }
}

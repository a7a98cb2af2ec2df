import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make an assessment of questions in another format.",
    discussion: """
      What cannot be carried is reported line by line on standard error, with what was done instead. \
      docs/exchange.md has the whole table.
      """)

  @Argument(help: "The file; for qti also the folder of a package that was unpacked.")
  var file: String

  @Option(help: "gift, text2qti, aiken or qti; without it, what the content looks like.")
  var format: ImportFormat?

  @Option(name: .shortAndLong, help: "The new file of the assessment, which must not exist yet.")
  var out: String

  @Flag(help: "End with status 1 where something could not be carried.")
  var strict = false

  func run() throws {
    let notes = try reporting { try write() }
    try QuestionFiles.report(notes, strict: strict)
  }

  private func write() throws -> [ExchangeNote] {
    let source = try QuestionFiles.source(file)
    guard let format = format ?? ImportFormat(guessing: source.bytes) else {
      throw fail(
        "“\(file)” looks like none of the formats that are known.",
        "Say what it is: --format gift, text2qti, aiken or qti.", 65)
    }
    let questions: QuestionImport
    switch format {
    case .gift: questions = GIFTImport.read(source.bytes, file: source.name)
    case .text2qti: questions = Text2QTIImport.read(source.bytes, file: source.name)
    case .aiken: questions = AikenImport.read(source.bytes, file: source.name)
    case .qti:
      questions = QTIImport.read(source.bytes, file: source.name) { path in
        QuestionFiles.file(path, in: source.folder)
      }
    }
    let title = URL(fileURLWithPath: out).deletingPathExtension().lastPathComponent
    let assessment = AssessmentMarkdown(questions, title: title, file: source.name)
    guard assessment.count > 0 else {
      QuestionFiles.show(assessment.notes)
      throw fail(
        "There are no questions in “\(file)” that can be used.",
        "Check that it is \(format.rawValue), or name the format with --format.", 65)
    }
    try QuestionFiles.write(Data(assessment.text.utf8), to: out, isNew: true)
    let count = assessment.count == 1 ? "1 question" : "\(assessment.count) questions"
    print("Written to \(out.printable): \(count).")
    return assessment.notes
  }
}

extension ImportFormat: ExpressibleByArgument {}

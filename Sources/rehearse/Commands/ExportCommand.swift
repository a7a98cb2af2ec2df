import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the questions of an assessment in another format.",
    discussion: """
      What the format cannot carry is reported line by line on standard error, with what was done \
      instead. docs/exchange.md has the whole table.
      """)

  @Argument(help: "The file of the assessment.")
  var assessment: String

  @Option(help: "gift, text2qti or qti3.")
  var format: ExportFormat

  @Option(
    name: .shortAndLong,
    help:
      "The file; without it, standard output. For qti3 a new folder, or a file that ends in .zip.")
  var out: String?

  @Flag(help: "End with status 1 where something could not be carried.")
  var strict = false

  func validate() throws {
    if format == .qti3, out == nil {
      throw ValidationError("qti3 is several files: name a folder or a .zip file with --out.")
    }
  }

  func run() throws {
    let notes = try reporting { try write() }
    try QuestionFiles.report(notes, strict: strict)
  }

  private func write() throws -> [ExchangeNote] {
    let unit = try QuestionFiles.unit(assessment)
    guard case .assessment(let content) = unit.content else {
      throw fail(
        "“\(assessment)” is not an assessment.", "Its front matter must say `kind: assessment`.", 65
      )
    }
    guard !content.isSealed else {
      throw fail(
        "“\(assessment)” is sealed: its key is not in it.",
        "Export the file that it was made from.", 65)
    }
    switch format {
    case .gift, .text2qti:
      let export =
        format == .gift
        ? GIFTExport.write(content, about: unit.about, file: assessment)
        : Text2QTIExport.write(content, about: unit.about, file: assessment)
      guard let out else {
        FileHandle.standardOutput.write(Data(export.text.utf8))
        return export.notes
      }
      try QuestionFiles.write(Data(export.text.utf8), to: out)
      return export.notes
    case .qti3:
      let export = QTI3Export(content, about: unit.about, file: assessment)
      if let out { try QuestionFiles.write(package: export.files, to: out) }
      return export.notes
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}

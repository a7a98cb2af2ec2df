import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct CertificatesExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a certificate to print, to send, or to show.",
    discussion: """
      html and svg are the sheet for the wall, png the course's badge; the signed certificate is in \
      each of them. json and jwt are the certificate alone: a provisional one is JSON, and the \
      organisation's is a JWT. `rehearse verify` reads all of them.
      """)

  @Argument(help: "The certificate: its id, or the beginning of it.")
  var certificate: String

  @Option(help: "html, svg, png, json or jwt.")
  var format: CertificateFormat

  @Option(
    name: .shortAndLong,
    help: "The file; - for standard output. Without it, a name from the certificate's title.")
  var out: String?

  @Flag(help: "Write over a file that is there.")
  var replace = false

  func run() throws {
    try reporting {
      let directory = DataDirectory(environment: ProcessInfo.processInfo.environment)
      let records = try RecordsDatabase(in: directory)
      let export = try CertificateExport(of: certificate, in: records)
      let bytes = try export.bytes(as: format)
      if let note = export.note { FileHandle.standardError.write(Data((note.printable + "\n").utf8)) }
      guard out != "-" else { return FileHandle.standardOutput.write(Data(bytes)) }
      let path = out ?? export.name(for: format)
      try QuestionFiles.write(Data(bytes), to: path, isNew: !replace)
      print("Written to \(path).".printable)
    }
  }
}

/// What a certificate can be written as.
enum CertificateFormat: String, CaseIterable, ExpressibleByArgument {
  case html, svg, png, json, jwt
}

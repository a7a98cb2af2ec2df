import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct CertificatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificates",
    abstract: "List your certificates: held, due, and lapsed.",
    subcommands: [CertificatesListCommand.self, CertificatesExportCommand.self],
    defaultSubcommand: CertificatesListCommand.self)
}

struct CertificatesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List your certificates. This is what happens without a word.")

  @Flag(help: "Print a JSON array.")
  var json = false

  @Option(help: "Write the days on which they can be renewed and lapse to FILE, as a calendar.")
  var ics: String?

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      let shelf = CertificateShelf(place: place)
      if let ics { try write(try shelf.calendar().text, to: ics) }
      if json {
        let today = CalendarDay(of: place.now)
        return try printJSON(try shelf.entries().map { CertificateLine($0, today: today) })
      }
      guard ics == nil else { return }
      CertificateListText(place: place).show(try shelf.entries())
    }
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw fail("“\(path)” cannot be written.", "Choose a folder that you can write to.", 73)
    }
  }
}

/// A certificate as programs read it.
private struct CertificateLine: Encodable {
  var id: String
  var title: String
  var course: String
  var certification: String?
  var level: String?
  var standing: String
  var validFrom: String
  var validUntil: String?
  var renewalOpens: String?
  var graceEnds: String?

  init(_ entry: CertificateShelf.Entry, today: CalendarDay?) {
    id = entry.certificate.id
    title = entry.title
    course = entry.course
    certification = entry.certificate.certification
    level = entry.certificate.level
    standing =
      entry.isRevoked
      ? "revoked" : today.map { entry.standing(on: $0).rawValue } ?? "held"
    validFrom = entry.certificate.validFrom
    validUntil = entry.certificate.validUntil
    renewalOpens = entry.term.renewalOpens?.description
    graceEnds = entry.term.graceEnds?.description
  }

  /// What is not known is null; no key is left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(course, forKey: .course)
    try container.encode(certification, forKey: .certification)
    try container.encode(level, forKey: .level)
    try container.encode(standing, forKey: .standing)
    try container.encode(validFrom, forKey: .validFrom)
    try container.encode(validUntil, forKey: .validUntil)
    try container.encode(renewalOpens, forKey: .renewalOpens)
    try container.encode(graceEnds, forKey: .graceEnds)
  }

  private enum CodingKeys: String, CodingKey {
    case id, title, course, certification, level, standing, validFrom, validUntil, renewalOpens
    case graceEnds
  }
}

import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct RevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Take back a certificate or an enrolment that you issued.",
    discussion: """
      For the training group. The new list of revoked certificates is written to a file; whoever \
      verifies certificates takes it in with `rehearse receive FILE`. Without an id, the list is \
      written anew, so that it does not grow old.
      """)

  @Argument(help: "The id of the certificate or enrolment, or its first digits.")
  var id: String?

  @Option(help: "Why, for your own record. It is not published.")
  var reason: String?

  @Option(help: "The key to sign the list with.")
  var key: String

  @Option(name: .shortAndLong, help: "The file for the list.")
  var out: String

  @Flag(help: "Replace the file if it is there.")
  var replace = false

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if id != nil, (reason ?? "").isEmpty {
      throw ValidationError("Say why, for your own record: --reason \"…\".")
    }
  }

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      let organisation = try Organisation.open(key, in: place)
      if let id {
        let record = try Certificates(place.records).find(id)
        guard try StatusRegister(place.records, issuer: organisation.profile).has(record.id) else {
          throw fail(
            "\(record.id) was not issued here.", "Only who issued a certificate can take it back.",
            65)
        }
        let isNew = try Certificates(place.records).revoke(
          record.id, reason: reason ?? "", at: place.now)
        place.write(isNew ? "Revoked: \(record.id)" : "It was revoked before: \(record.id)")
      }
      let lists = try StatusRegister(place.records, issuer: organisation.profile).lists(
        signedWith: organisation.key, earlier: organisation.earlier, at: place.now)
      try TravellingFile.write(
        CanonicalJSON.bytes(of: ResultFile(statusLists: lists).json) + [0x0A], to: out,
        replacing: replace)
      place.write(
        "Written: \(out.printable). Send it to everybody who verifies: rehearse receive FILE")
    }
  }
}

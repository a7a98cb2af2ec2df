import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct EnrolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enrol", abstract: "Vouch for a learner's laptop, by a record that it signed.",
    discussion: """
      For the training group. From then on records that this laptop signs count as the learner's. \
      Make sure that the file is from the person: ask for the last eight characters of the laptop's \
      key on the telephone; `rehearse key export laptop` shows them there.
      """)

  @Argument(help: "A record that a learner made with `rehearse submit`, or a folder of them.")
  var record: String

  @Option(help: "The key to sign with, as `rehearse key list` shows it.")
  var key: String

  @Option(help: "For which certifications: their ids. Without it, for all.")
  var scope: [String] = []

  @Option(help: "The last day: YYYY-MM-DD. Without it, two years from today.")
  var until: String?

  @Option(name: .shortAndLong, help: "Also write the enrolments to a file.")
  var out: String?

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      guard let last = try lastDay(place.now) else {
        throw fail("“\(until ?? "")” is not a day.", "Write it like 2027-11-30.", 64)
      }
      // Before anything is asked.
      _ = try KeyRing.here.entry(key)
      let files = try TravellingFile.files(at: record).filter {
        !$0.hasSuffix(EndorseCommand.ending)
      }
      let learners = try files.compactMap { try learner(in: $0, until: last, place) }
      guard !learners.isEmpty else { throw ExitCode(1) }
      let organisation = try Organisation.open(key, in: place)
      let tokens = try learners.map { try enrol($0, until: last, organisation, place) }
      if let out {
        try TravellingFile.write(
          CanonicalJSON.bytes(of: ResultFile(credentials: tokens).json) + [0x0A], to: out,
          replacing: false)
      }
      place.write("Next: rehearse endorse \(record.quotedForShell) --key \(key)")
    }
  }

  /// Whom a record is from, if that is vouched for.
  private func learner(
    in file: String, until last: CalendarDay, _ place: Workplace
  ) throws -> AchievementCredential.Learner? {
    let signed = try SignedRecord(
      TravellingFile.read(file, limit: RecordFile.maximumBytes), now: place.now)
    if case .failure(let failure) = signed.signature {
      throw fail(
        "\(file): the record's signature does not hold. \(failure.message)",
        "Ask the learner for the file again.", 1)
    }
    let learner = signed.file.learner
    place.write("\(learner.name.printable), on the laptop with the key …\(learner.id.suffix(8)).")
    guard
      yes
        || Dialogue(console: place.console).confirms("Do you vouch for that, until \(last.words)?")
    else { return nil }
    return learner
  }

  private func enrol(
    _ learner: AchievementCredential.Learner, until last: CalendarDay,
    _ organisation: Organisation, _ place: Workplace
  ) throws -> String {
    let id = "urn:uuid:" + place.newID()
    let enrolment = LaptopEnrolment(
      id: id, issuer: organisation.profile, laptop: learner.id, learner: learner.name,
      scope: scope.isEmpty ? ["*"] : scope, validFrom: place.now, validUntil: last.end,
      status: try StatusRegister(place.records, issuer: organisation.profile).allot(id))
    let token = try CredentialJWT.sign(enrolment, with: organisation.key)
    try Certificates(place.records).add(
      CredentialRecord(enrolment, body: token.text, at: place.now), status: enrolment.status)
    place.write("Enrolled: \(learner.name.printable), until \(last.words).")
    place.write(
      "  If the laptop is lost: rehearse revoke \(id.dropFirst(9).prefix(8)) --key \(key) …")
    return token.text
  }

  private func lastDay(_ now: String) throws -> CalendarDay? {
    if let until { return CalendarDay(until) }
    return CalendarDay(of: now).flatMap { day in
      Certification.Period("2 years").map { day + $0 }
    }
  }
}

/// The organisation that a key of this data directory is of.
struct Organisation {
  var profile: AchievementCredential.Issuer
  var key: OrganisationKey
  /// What its retired keys stood for.
  var earlier: [AchievementCredential.Issuer] = []

  static func open(_ name: String, in place: Workplace) throws -> Organisation {
    let ring = KeyRing(in: DataDirectory(environment: place.environment))
    let entry = try ring.entry(name)
    guard entry.retired == nil else { throw KeyFailure.retired(name) }
    let key = try ring.open(
      name, passphrase: try PassphraseEntry(environment: place.environment).existing(name))
    return Organisation(
      profile: AchievementCredential.Issuer(id: entry.jwk.did.text, name: entry.organisation),
      key: key,
      earlier: try ring.entries().filter { $0.name.hasPrefix(name + ".") }.map {
        AchievementCredential.Issuer(id: $0.jwk.did.text, name: $0.organisation)
      })
  }
}

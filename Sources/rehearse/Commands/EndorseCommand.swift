import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct EndorseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "endorse",
    abstract: "Play a learner's record again, and issue the final certificates.",
    discussion: """
      For the training group: every transcript is played again against the course that it was made \
      on, sealed exams are marked, and what the laptop's certificates say is compared with what comes \
      out. Where all agrees, the final certificates are issued; where not, it says what does not. The \
      answer for the learner stands in a file beside the record.

      With --as, for a professional body: put your name to certificates that an organisation issued.

      Exit status 1: something did not agree.
      """)

  @Argument(
    help:
      "A record that `rehearse submit` wrote, or a folder of them. With --as, a result file or a certificate."
  )
  var path: String

  @Option(help: "The key to sign with, as `rehearse key list` shows it.")
  var key: String?

  @Option(name: .customLong("as"), help: "Endorse certificates with this key, as a further party.")
  var body: String?

  @Option(help: "With --as: what you confirm, in a sentence.")
  var comment: String?

  @Option(help: "The folder of a course that the records are made on; may be given several times.")
  var course: [String] = []

  @Flag(help: "Issue once more, with this key, what an earlier one signed: where that one leaked.")
  var anew = false

  @Option(name: .shortAndLong, help: "The folder for the answers; without it, beside each record.")
  var out: String?

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    guard (key == nil) != (body == nil) else {
      throw ValidationError("Name the key to sign with: --key, or --as for a further party.")
    }
  }

  func run() throws {
    let agrees = try reporting {
      let place = try Workplace.open(screen)
      if let body { return try endorse(as: body, place) }
      return try endorse(with: key ?? "", place)
    }
    if !agrees { throw ExitCode(1) }
  }

  private func endorse(with key: String, _ place: Workplace) throws -> Bool {
    let files = try TravellingFile.files(at: path).filter { !$0.hasSuffix(Self.ending) }
    let organisation = try Organisation.open(key, in: place)
    let register = StatusRegister(place.records, issuer: organisation.profile)
    var endorsing = try Endorsing(
      place.records,
      issuer: Endorsing.Issuer(profile: organisation.profile, key: organisation.key),
      evidence: try EvidenceReplay(
        place.records, sources: try course.map { FolderSource(try CourseFolder($0)) }),
      newID: place.newID)
    endorsing.issuesAnew = anew
    var agrees = true
    // What is issued is not revoked: the lists of before say as much as those of after, and one
    // signature does for all answers.
    let lists = try register.lists(
      signedWith: organisation.key, earlier: organisation.earlier, at: place.now)
    for file in files {
      do {
        let bytes = try TravellingFile.read(file, limit: RecordFile.maximumBytes)
        let outcome = try endorsing.endorse(bytes, at: place.now)
        EndorsementText(place: place).show(outcome, file: file)
        if !outcome.findings.isEmpty { agrees = false }
        let answer = answerPath(file)
        let result = ResultFile(
          credentials: outcome.credentials, statusLists: lists, findings: outcome.findings,
          marks: outcome.marks)
        try TravellingFile.write(
          CanonicalJSON.bytes(of: result.json) + [0x0A], to: answer, replacing: true)
        place.write("Answer: \(answer.printable)")
      } catch let refusal as RecordRefused {
        place.write("\(file.printable): \(refusal.message.printable)", .bad)
        agrees = false
      }
    }
    return agrees
  }

  static let ending = ".result.json"

  private func answerPath(_ file: String) -> String {
    let name = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    guard let out else { return name + Self.ending }
    return out + "/" + (name.split(separator: "/").last.map(String.init) ?? "record") + Self.ending
  }

  private func endorse(as body: String, _ place: Workplace) throws -> Bool {
    let organisation = try Organisation.open(body, in: place)
    let bytes = try TravellingFile.read(path, limit: RecordFile.maximumBytes)
    let answer = try CoSigning(
      place.records, profile: organisation.profile, key: organisation.key
    ).endorse(
      bytes, comment: comment, newID: place.newID, at: place.now)
    let out =
      out.map { $0 + "/" + (path.split(separator: "/").last.map(String.init) ?? "") } ?? path
    let target = out.hasSuffix(Self.ending) ? out : out + Self.ending
    try TravellingFile.write(
      CanonicalJSON.bytes(of: answer.result.json) + [0x0A], to: target, replacing: true)
    for title in answer.endorsed { place.write("Endorsed: \(title.printable)", .good) }
    for refusal in answer.refused { place.write(refusal.printable, .bad) }
    place.write("Answer: \(target.printable)")
    return answer.refused.isEmpty && !answer.endorsed.isEmpty
  }
}

/// What came of a record, on the screen.
struct EndorsementText {
  let place: Workplace

  func show(_ outcome: Endorsing.Outcome, file: String) {
    place.heading("\(outcome.learner.name.printable) (\(file.printable))")
    place.write(
      outcome.transcripts == 1
        ? "1 transcript played again." : "\(outcome.transcripts) transcripts played again.")
    for certificate in outcome.issued {
      place.write(
        "Issued: \(certificate.achievement.title.printable), until"
          + " \(certificate.validUntil?.prefix(10) ?? "further notice").", .good)
    }
    for certificate in outcome.known {
      place.write("Issued before: \(certificate.achievement.title.printable).")
    }
    for mark in outcome.marks { place.write(mark.words.printable) }
    for finding in outcome.findings {
      let about = finding.about.map { "\($0.printable): " } ?? ""
      place.write(StyledText(about + finding.text.printable, .bad), rest: "  ")
    }
    if outcome.issued.isEmpty, outcome.known.isEmpty, outcome.findings.isEmpty {
      place.write("It shows no certification yet; nothing is issued.")
    }
  }
}

extension ResultFile.Mark {
  /// `Marked: “Final assessment”, 87.5%, passed.`
  var words: String {
    let share = percent.map { ", \($0.description)" } ?? ""
    let result = passed.map { $0 ? ", passed" : ", not passed" } ?? ""
    return "Marked: “\(title)”\(share)\(result)."
  }
}

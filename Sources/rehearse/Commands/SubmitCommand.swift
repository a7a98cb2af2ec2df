import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Write your record to a file for the training group.",
    discussion: """
      The file holds what you did in attempts on record, and your certificates, signed by this \
      laptop. Practice and notes stay here. What you typed in your own words in an attempt on record \
      is part of it. Send the file by mail or on a stick; the answer comes back as a file, for \
      `rehearse receive`.
      """)

  @Option(name: .shortAndLong, help: "The file to write.")
  var out: String

  @Flag(help: "Replace the file if it is there.")
  var replace = false

  func run() throws {
    try reporting {
      let directory = DataDirectory(environment: ProcessInfo.processInfo.environment)
      let records = try RecordsDatabase(in: directory)
      guard let name = try records.learnerName() else { throw NoLearnerName() }
      let key = try LaptopKey(in: directory)
      let file = try Submission(records).record(
        of: AchievementCredential.Learner(name: name, id: key.did.text),
        at: Timestamp.text(Date()))
      guard !file.transcripts.isEmpty else { throw NothingToSubmit() }
      try TravellingFile.write(SignedRecord.sign(file, with: key), to: out, replacing: replace)
      print("Written: \(out.printable), for \(file.learner.name.printable).")
      print(Self.contents(of: file).printable)
      print("Send it to the training group. Their answer: rehearse receive FILE")
    }
  }

  static func contents(of file: RecordFile) -> String {
    func counted(_ count: Int, _ one: String, _ many: String) -> String {
      count == 1 ? "1 \(one)" : "\(count) \(many)"
    }
    let clients = file.transcripts.count { $0.hasPrefix("rehearse") && $0.contains("\nclient ") }
    var text = "It holds \(counted(file.transcripts.count, "transcript", "transcripts"))"
    text += " and \(counted(file.credentials.count, "certificate", "certificates"))."
    if clients > 0 {
      text +=
        " A certificate rests on \(counted(clients, "checklist", "checklists")) for a customer: the"
        + " customer's name and your remarks are in it."
    }
    return text
  }
}

struct NothingToSubmit: ExplainedError, Equatable {
  var message: String { "There is nothing to submit: no attempt on record has ended yet." }
  var help: String { "Play a unit for the record, and submit then." }
  var exitCode: Int32 { 65 }
}

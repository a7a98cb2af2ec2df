import Foundation
import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

@Suite struct ExchangeWalkTests {
  /// Learner, organisation, professional body, and somebody who has only the trust file.
  @Test func theWholeWay() throws {
    let walk = try ExchangeWalk()
    try walk.earn("ines", as: "Ines Ortega")
    let provisional = try walk.certificate(of: "ines")
    try walk.run(
      "ines", "certificates", "export", provisional, "--format", "json", "--out",
      "provisional.json",
      isShown: false)
    try walk.run("ines", "submit", "--out", "ines.json")
    try walk.run("verifier", "verify", "provisional.json", expecting: 1)
    try walk.found()

    // Nobody vouches for the laptop yet.
    try walk.run(
      "academy", "endorse", "ines.json", "--key", "academy", "--course", "plain", expecting: 1)
    try walk.enrolAndEndorse("ines.json")
    try walk.run("academy", "endorse", "ines.json", "--key", "academy", "--course", "plain")
    try walk.run("body", "endorse", "ines.result.json", "--as", "body")
    try walk.run("ines", "receive", "ines.result.json")
    try walk.run("ines", "receive", "ines.result.json")
    try walk.run("ines", "trust", "add", "trust1.json", "--yes", isShown: false)
    try walk.run("ines", "certificates")

    let final = try walk.certificate(of: "ines")
    #expect(final != provisional)
    for format in ["jwt", "html", "svg", "png"] {
      try walk.run(
        "ines", "certificates", "export", final, "--format", format, "--out", "ines.\(format)",
        isShown: format == "jwt")
      try walk.run("verifier", "verify", "ines.\(format)", isShown: format == "jwt")
    }
    try walk.run("verifier", "verify", "ines.result.json")
    try walk.run("verifier", "verify", "provisional.json", "--with", "ines.result.json")
    try walk.run(
      "verifier", "verify", "ines.jwt", "--with", "ines.result.json", "--record", "ines.json",
      "--course", "plain")
    try walk.run("stranger", "verify", "ines.jwt", expecting: 1)
    #expect(!FileManager.default.fileExists(atPath: walk.folder.path + "/stranger/rehearse.sqlite"))

    // Another key, the next trust file, and a second learner.
    try walk.run("academy", "key", "rotate", "academy")
    try walk.run(
      "academy", "trust", "next", "trust1.json", "--issuer", "academy", "--issuer", "academy.1",
      "--expires", "2098-12-31", "--out", "trust2.json")
    try walk.run("verifier", "trust", "add", "trust2.json", "--yes", expecting: 65)
    try walk.run("academy", "trust", "sign", "trust2.json", "--key", "root")
    try walk.earn("ana", as: "Ana Silva")
    try walk.run("ana", "submit", "--out", "ana.json", isShown: false)
    try walk.enrolAndEndorse("ana.json")
    try walk.run("ana", "receive", "ana.result.json", isShown: false)
    try walk.run(
      "ana", "certificates", "export", try walk.certificate(of: "ana"), "--format", "jwt", "--out",
      "ana.jwt", isShown: false)
    try walk.run("verifier", "verify", "ana.jwt", expecting: 1)
    try walk.run("verifier", "trust", "add", "trust2.json")
    try walk.run("verifier", "verify", "ana.jwt")
    try walk.run("verifier", "verify", "ines.jwt")
    try walk.run("verifier", "trust", "add", "trust1.json", expecting: 65)

    // Taken back.
    try walk.run(
      "academy", "revoke", String(final.prefix(8)), "--reason", "wrong person", "--key", "academy",
      "--out", "revoked.json")
    try walk.run("verifier", "receive", "revoked.json")
    try walk.run("verifier", "verify", "ines.jwt", expecting: 1)
    try walk.run("verifier", "verify", "ana.jwt")
    try walk.run("ines", "trust", "add", "trust2.json", "--yes", isShown: false)
    try walk.run("ines", "receive", "revoked.json")
    try walk.run("ines", "certificates")
    try walk.run(
      "academy", "endorse", "ines.json", "--key", "academy", "--course", "plain", expecting: 1)
    try TranscriptFile.expect(walk.masked, toMatch: "certification-exchange")
  }

  @Test func whatIsWrongIsSaid() throws {
    let walk = try ExchangeWalk()
    try walk.run("ines", "submit", "--out", "ines.json", expecting: 1)
    try walk.run("ines", "name", "Ines Ortega", isShown: false)
    try walk.run("ines", "submit", "--out", "ines.json", expecting: 65)
    try walk.earn("ines", as: "Ines Ortega")
    try walk.run("ines", "submit", "--out", "ines.json", isShown: false)
    try walk.run("ines", "submit", "--out", "ines.json", expecting: 73)
    try walk.run("ines", "submit", "--out", "nowhere/ines.json", expecting: 73)
    try walk.found()
    try walk.folder.write("wrong words\n", to: "wrong")
    try walk.folder.write("{\"rehearse\":\"record 1\"}\n", to: "broken.json")
    try walk.folder.write("Dear all,\n", to: "letter.txt")

    // Of a folder of records each is looked at: what is none is something that does not agree.
    for (command, status) in [("endorse", 1), ("enrol", 65)] as [(String, Int32)] {
      for file in ["letter.txt", "broken.json"] {
        try walk.run("academy", command, file, "--key", "academy", expecting: status)
      }
      try walk.run("academy", command, "missing.json", "--key", "academy", expecting: 74)
      try walk.run("academy", command, "ines.json", expecting: 64)
    }
    try walk.run("academy", "endorse", "ines.json", "--key", "nobody", expecting: 65)
    try walk.run("academy", "enrol", "ines.json", "--key", "nobody", "--yes", expecting: 65)
    try walk.run(
      "academy", "endorse", "ines.json", "--key", "academy", passphrase: "wrong", expecting: 65)
    try walk.run(
      "academy", "enrol", "ines.json", "--key", "academy", "--yes", passphrase: "wrong",
      expecting: 65)
    // Nobody is there to be asked.
    try walk.run("academy", "enrol", "ines.json", "--key", "academy", expecting: 1)
    try walk.run(
      "academy", "enrol", "ines.json", "--key", "academy", "--until", "soon", expecting: 64)
    try walk.run(
      "academy", "endorse", "ines.json", "--key", "academy", "--course", "nowhere", expecting: 74)
    // Changed on the way.
    let record = try walk.folder.text(of: "ines.json")
    try walk.folder.write(record.replacing("Ines Ortega", with: "Ana Silva"), to: "changed.json")
    try walk.run("academy", "enrol", "changed.json", "--key", "academy", "--yes", expecting: 1)
    try walk.run(
      "academy", "endorse", "changed.json", "--key", "academy", "--course", "plain", expecting: 1)
    try walk.run("verifier", "verify", "changed.json", expecting: 1)

    try walk.enrolAndEndorse("ines.json")
    try walk.run("ana", "receive", "ines.result.json", expecting: 1)
    try walk.run("ana", "receive", "letter.txt", expecting: 65)
    try walk.run("ana", "receive", "broken.json", expecting: 65)
    try walk.run("ana", "receive", "missing.json", expecting: 74)
    try walk.run("body", "endorse", "letter.txt", "--as", "body", expecting: 65)
    try walk.run("body", "endorse", "ines.json", "--as", "body", expecting: 65)

    try walk.run("verifier", "verify", "letter.txt", expecting: 65)
    try walk.run("verifier", "verify", "missing.json", expecting: 74)
    try walk.run("verifier", "trust", "add", "letter.txt", expecting: 65)
    try walk.run("verifier", "trust", "add", "ines.json", expecting: 65)
    try walk.run("stranger", "trust", expecting: 65)
    try walk.run("stranger", "trust", "remove", "--yes", expecting: 65)
    try walk.run(
      "academy", "trust", "new", "--issuer", "academy", "--root", "root", "--threshold", "2",
      "--expires", "2097-12-31", "--out", "no.json", expecting: 64)
    try walk.run(
      "academy", "trust", "new", "--issuer", "academy", "--root", "root", "--expires",
      "2097-02-29", "--out", "no.json", expecting: 64)
    // One that has expired.
    try walk.run(
      "academy", "trust", "new", "--issuer", "academy", "--root", "root", "--expires",
      "2020-12-31", "--out", "old.json", isShown: false)
    try walk.run("academy", "trust", "sign", "old.json", "--key", "root", isShown: false)
    try walk.run("late", "trust", "add", "old.json", "--yes")
    try walk.run("late", "verify", "ines.result.json", expecting: 1)

    try walk.run(
      "academy", "revoke", "00000000", "--reason", "lost", "--key", "academy", "--out", "r.json",
      expecting: 65)
    try walk.run(
      "academy", "revoke", "00000000", "--key", "academy", "--out", "r.json", expecting: 64)
    try walk.run("ines", "certificates", "export", "00000000", "--format", "jwt", expecting: 65)
    try TranscriptFile.expect(walk.masked, toMatch: "certification-wrong")
  }

  /// Played where days begin hours earlier, numbers have commas and an i has no dot: the transcripts
  /// come to the same here.
  @Test func aTranscriptFromElsewhere() throws {
    let walk = try ExchangeWalk()
    let places = [
      ("here", [:]),
      (
        "tarawa",
        ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]
      ),
      ("kabul", ["TZ": "Asia/Kabul", "LANG": "fa_IR", "LC_ALL": "fa_IR", "LC_NUMERIC": "de_DE"]),
      ("niue", ["TZ": "Pacific/Niue", "LANG": "C", "LC_ALL": "POSIX"]),
    ]
    try walk.found()
    var seen: [Set<String>] = []
    for (place, environment) in places {
      func run(_ arguments: String..., input: String = "") throws -> Program.Output {
        let output = try Program.run(
          arguments, input: input, home: walk.folder.path + "/" + place, environment: environment,
          in: walk.folder.path)
        #expect(output.status == 0, "\(place): \(output)")
        return output
      }
      _ = try run("name", "Işıl İnan")
      _ = try run("play", "plain/lesson", input: "\n")
      _ = try run("play", "plain/exam", "--assessed", "--answers", "-", input: "t\nt\n")
      _ = try run("play", "plain/drill", "--assessed", "--answers", "-", input: "f\n")
      _ = try run("submit", "--out", "\(place).json")
      let signed = try SignedRecord(
        Array(try walk.folder.text(of: "\(place).json").utf8), now: Timestamp.text(Date()))
      #expect(throws: Never.self) { try signed.signature.get() }
      var replay = try EvidenceReplay(
        .inMemory(),
        sources: [FolderSource(try CourseFolder(walk.folder.path + "/plain"))])
      seen.append(
        Set(
          try signed.file.transcripts.map { text in
            let fact = try replay.replay(text, now: Timestamp.text(Date())).fact
            return
              "\(fact.unit) \(fact.points) \(String(describing: fact.percent)) \(fact.passed == true)"
          }))
      // And what the laptop said agrees with it, day for day.
      try walk.run(
        "academy", "enrol", "\(place).json", "--key", "academy", "--yes", isShown: false)
      try walk.run(
        "academy", "endorse", "\(place).json", "--key", "academy", "--course", "plain",
        isShown: false)
    }
    #expect(seen.count == 4 && Set(seen).count == 1)
    #expect(seen[0].count == 3, "\(seen[0])")
  }
}

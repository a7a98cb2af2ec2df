import Foundation
import Testing

/// The program itself, from the last answer to the list and the calendar.
@Suite struct CertificateProgramTests {
  let home: Folder
  let course: SmallCourse

  init() throws {
    home = try Folder()
    course = try SmallCourse()
  }

  private func run(_ arguments: String..., input: String = "") throws -> Program.Output {
    try Program.run(
      arguments, input: input, home: home.path, environment: ["TZ": "Pacific/Auckland"])
  }

  private func object(_ text: String) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
  }

  @Test func unattendedItIsAwardedAndReported() throws {
    #expect(try run("name", "Ines Ortega").out == "Ines Ortega\n")
    _ = try run("play", course.path + "/lesson", input: "\n")
    let played = try run(
      "play", course.path + "/exam", "--assessed", "--json", "--answers", "-", input: "t\nt\n")
    #expect(played.status == 0, "\(played)")
    let report = try object(played.out)
    let awarded = try #require(report["awarded"] as? [NSDictionary])
    #expect(awarded.map { $0["certification"] as? String } == ["plain-speaker"])
    #expect(report["waitingForName"] as? [String] == [])

    let list = try run("certificates", "--json")
    let lines = try #require(
      try JSONSerialization.jsonObject(with: Data(list.out.utf8)) as? [NSDictionary])
    let line = try #require(lines.first)
    #expect(lines.count == 1)
    #expect(line["id"] as? String == awarded[0]["id"] as? String)
    #expect(line["standing"] as? String == "held")
    #expect(line["level"] as? String == "provisional")
    #expect(line["validUntil"] as? String == awarded[0]["validUntil"] as? String)
    #expect(
      Set(line.allKeys.compactMap { $0 as? String }) == [
        "id", "title", "course", "certification", "level", "standing", "validFrom", "validUntil",
        "renewalOpens", "graceEnds",
      ])

    let file = home.path + "/due.ics"
    let text = try run("certificates", "--ics", file)
    #expect(text.status == 0 && text.out.isEmpty)
    let calendar = try home.text(of: "due.ics")
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 3)
    // The same each time.
    _ = try run("certificates", "--ics", file)
    #expect(try home.text(of: "due.ics") == calendar)
  }

  @Test func withoutANameItWaitsAndIsAwardedLater() throws {
    _ = try run("play", course.path + "/lesson", input: "\n")
    let played = try run(
      "play", course.path + "/exam", "--assessed", "--json", "--answers", "-", input: "t\nt\n")
    let report = try object(played.out)
    #expect(report["awarded"] as? [String] == [])
    #expect(report["waitingForName"] as? [String] == ["plain-speaker"])
    _ = try run("name", "Åse Þórsdóttir")
    let home = try run("play", "plain", input: "q\n")
    #expect(home.out.contains("Congratulations, Åse Þórsdóttir."))
    #expect(try !run("play", "plain", input: "q\n").out.contains("Congratulations"))
  }

  /// The program is killed at any moment around the last answer, and started again: there is one
  /// certificate, and never none or two.
  @Test func whateverIsKilledItIsAwardedOnce() throws {
    for round in 0..<8 {
      let home = try Folder()
      func run(_ arguments: String..., input: String = "") throws -> Program.Output {
        try Program.run(arguments, input: input, home: home.path)
      }
      _ = try run("name", "Ines Ortega")
      _ = try run("play", course.path + "/lesson", input: "\n")
      let session = try PipeSession(["play", course.path + "/exam", "--assessed"], home: home.path)
      for _ in 1...2 {
        // What asks for true or false ends with a colon and a blank.
        usleep(150_000)
        session.answer("t")
      }
      usleep(UInt32(round * 2_500))
      session.child.kill()
      try session.child.waitForEnd()
      // Where the last answer came too late, it is asked again.
      _ = try run("play", course.path + "/exam", "--assessed", input: "t\nt\n")
      _ = try run("play", "plain", input: "q\n")
      let list = try run("certificates", "--json").out
      #expect(list.components(separatedBy: "urn:uuid:").count == 2, "round \(round): \(list)")
    }
  }

  @Test func aNameThatCannotStandIsRefused() throws {
    let refused = try run("name", "a\u{202E}b")
    #expect(refused.status == 65 && refused.error.contains("do not show"))
  }
}

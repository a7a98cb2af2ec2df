import Foundation
import RehearseStore
import Testing

/// A disk that fills up or can only be read, for real.
@Suite(.enabled(if: SmallDisk.isPossible, "A disk in memory needs the right to mount one."))
struct DiskProgramTests {
  private let arguments = ["play", EveryConstruct.path + "/last-call", "--practice"]

  @Test func aFullDiskLosesNothing() throws {
    let disk = try SmallDisk(size: "2m")
    let home = disk.path + "/home"
    #expect(try Program.run(arguments, input: "4\n", home: home).status == 0)
    try disk.fill(but: 512 * 1024)
    // Own words, taken back and said again, until there is no room for more.
    let words = String(repeating: "We have to talk about Sundays. ", count: 20)
    var input = ""
    for number in 1...400 { input += "\(number) \(words)\n:undo\n" }
    let full = try Program.run(arguments, input: input, home: home)
    #expect(full.status == 73, "\(full.status) \(full.error)")
    #expect(full.error.contains("There is no space left on the disk to write"), "\(full.error)")
    #expect(full.error.contains("Nothing that you confirmed before is lost."))
    #expect(!full.error.contains(".swift") && !full.error.contains("Fatal"))
    // A prompt after an answer says that it is kept.
    let confirmed = full.out.components(separatedBy: "Taken back.").count - 1
    #expect(confirmed > 3)

    try disk.empty()
    let records = try RecordsDatabase(in: DataDirectory(path: home))
    let attempt = try #require(try records.attempts().first)
    let kept = try records.events(of: attempt.id).map(\.body)
    for number in 1...confirmed {
      #expect(kept.contains { $0.contains("\(number) We have to talk") }, "\(number)")
    }
    #expect(kept.count >= 1 + 2 * confirmed)
    _ = try records.transcript(of: attempt.attempt)
    let later = try Program.run(arguments, input: ":quit\n", home: home)
    #expect(later.status == 0 && later.out.contains("You go on where you stopped"), "\(later)")
  }

  @Test func aDiskThatCanOnlyBeReadSaysSo() throws {
    let disk = try SmallDisk()
    let home = disk.path + "/home"
    #expect(try Program.run(arguments, input: "4\n", home: home).status == 0)
    try disk.remount("ro")
    for command in [arguments, ["home"], ["progress"], ["notes"]] {
      let refused = try Program.run(command, input: "Words\n", home: home)
      #expect(refused.status == 73, "\(command) \(refused)")
      #expect(refused.error.contains("is on a disk that can only be read."), "\(refused.error)")
    }
    try disk.remount("rw")
    let later = try Program.run(arguments, input: ":quit\n", home: home)
    #expect(later.status == 0 && later.out.contains("You go on where you stopped"), "\(later)")
  }

  /// The course from before stays, and so does the bundle.
  @Test func noRoomForACourse() throws {
    let disk = try SmallDisk(size: "8m")
    let files = try Folder()
    let home = disk.path + "/home"
    let course = try files.copyCourse()
    let bundle = disk.path + "/it.rehearse"
    #expect(try Program.run(["install", course], home: home).status == 0)
    #expect(try Program.run(["pack", course, "--out", bundle], home: home).status == 0)
    let before = try Program.run(["courses", "--json"], home: home).out
    let packed = try Data(contentsOf: URL(fileURLWithPath: bundle))
    try files.write(String(repeating: "Words. ", count: 200_000), to: "course/notes.txt")
    try disk.fill(but: 300 * 1024)
    for command in [["install", course], ["pack", course, "--out", bundle, "--replace"]] {
      let refused = try Program.run(command, home: home)
      #expect(refused.status == 73 && refused.error.contains("no space left"), "\(refused)")
    }
    try disk.empty()
    #expect(try Program.run(["courses", "--json"], home: home).out == before)
    #expect(try Data(contentsOf: URL(fileURLWithPath: bundle)) == packed)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).count == 2)
    #expect(try Program.run(["install", course], home: home).status == 0)
  }

  @Test func noRoomToBegin() throws {
    let disk = try SmallDisk()
    try disk.fill(but: 8 * 1024)
    let refused = try Program.run(["home"], home: disk.path + "/home")
    #expect(refused.status == 73 && refused.error.contains("no space left"), "\(refused)")
    #expect(!FileManager.default.fileExists(atPath: disk.path + "/home/records.sqlite"))
  }
}

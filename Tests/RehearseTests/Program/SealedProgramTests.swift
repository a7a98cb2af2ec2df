import Foundation
import RehearseCore
import RehearseStore
import Testing

@Suite struct SealedProgramTests {
  @Test func fromTheTrainerToTheLearnerAndBack() throws {
    let trainer = try Folder()
    let learner = try Folder()
    for (name, text) in SealedCourse.files { try trainer.write(text, to: "course/" + name) }
    try trainer.write("SECRET", to: "course/README.md")
    let bundle = trainer.path + "/exam.rehearse"
    let packed = try Program.run(
      ["pack", trainer.path + "/course", "--out", bundle, "--seal", "exam"], home: trainer.path)
    #expect(packed.status == 0, "\(packed)")
    for words in ["Sealed: “The exam”.", "Left out: README.md", "The full course is kept"] {
      #expect(packed.out.contains(words), "\(packed.out)")
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: bundle))
    for key in ["SECRET", "8461", "(x)", "Hint"] { #expect(bytes.range(of: Data(key.utf8)) == nil) }
    #expect(
      try Program.run(
        ["pack", trainer.path + "/course", "--out", bundle, "--seal", "exam"], home: trainer.path
      ).out.contains("Nothing new"))

    let installed = try Program.run(["install", bundle], home: learner.path)
    #expect(installed.status == 0 && installed.out.contains("Sealed: “The exam”."))
    let practised = try Program.run(
      ["play", "sealing/exam", "--practice", "--answers", "-"], home: learner.path)
    #expect(practised.status == 1 && practised.error.contains("is sealed"), "\(practised)")
    let sat = try Program.run(
      ["play", "sealing/exam", "--seed", "7", "--json", "--answers", "-"],
      input: "1\n8461\n1 2\n1\n8461\n1 2\n", home: learner.path)
    #expect(sat.status == 0, "\(sat)")
    let result = try #require(
      try JSONSerialization.jsonObject(with: Data(sat.out.utf8)) as? [String: Any])
    #expect(result["awaitingMarking"] as? Bool == true && result["status"] as? String == "finished")
    for name in ["points", "best", "percent", "passed"] {
      #expect(result[name] is NSNull, "\(name)")
    }
    #expect((result["sections"] as? [Any])?.isEmpty == true)
    let progress = try Program.run(["progress", "sealing", "--json"], home: learner.path)
    #expect(progress.out.contains(#""state":"awaiting-marking""#))

    // The trainer's record knows the key to it.
    let id = try #require(result["attempt"] as? String)
    let exported = try Program.run(["export-transcript", id], home: learner.path)
    #expect(exported.status == 0, "\(exported)")
    let transcript = try Transcript.read(Array(exported.out.utf8), hash: SHA256Digest.bytes)
    let library = Library(try RecordsDatabase(in: DataDirectory(path: trainer.path)))
    let content = try #require(try library.sealedContent(transcript.header.digest))
    let marked = try content.session(of: transcript)
    #expect(marked.isOver && marked.result?.passed != nil && marked.result?.outOf == Points(3))
  }

  @Test func whatCannotBeSealed() throws {
    let home = try Folder()
    let course = try home.copyCourse()
    let bundle = home.path + "/x.rehearse"
    func pack(_ units: String...) throws -> Program.Output {
      try Program.run(["pack", course, "--out", bundle, "--seal"] + units, home: home.path)
    }
    let free = try pack("check-in")
    #expect(free.status == 65 && free.error.contains("is answered freely"), "\(free)")
    let role = try pack("last-call")
    #expect(role.status == 65 && role.error.contains("a role-play goes on"), "\(role)")
    let none = try pack("nothing")
    #expect(none.status == 65 && none.error.contains("has no unit “nothing”"), "\(none)")
    #expect(!FileManager.default.fileExists(atPath: bundle))
  }

  @Test func aSealedFileIsNotExported() throws {
    let home = try Folder()
    let sealed = try SealedCourse.write(in: home)
    let output = try Program.run(
      ["export", sealed + "/exam.md", "--format", "gift"], home: home.path)
    #expect(output.status == 65 && output.error.contains("its key is not in it"), "\(output)")
    let check = try Program.run(["check", sealed], home: home.path)
    #expect(check.status == 0 && !check.out.contains("exam.md"), "\(check)")
  }
}

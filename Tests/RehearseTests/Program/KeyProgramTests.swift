import Foundation
import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

@Suite struct KeyProgramTests {
  private let home: Folder

  init() throws { home = try Folder() }

  private func run(_ arguments: String..., passphrase: String? = nil) throws -> Program.Output {
    var environment: [String: String] = [:]
    if let passphrase {
      environment["REHEARSE_PASSPHRASE_FILE"] = try home.write(passphrase + "\n", to: "secret")
    }
    return try Program.run(["key"] + arguments, home: home.path, environment: environment)
  }

  private func json(_ output: Program.Output) throws -> JSONValue {
    try JSONReader.read(Array(output.out.utf8))
  }

  @Test func theWayOfAKey() throws {
    let none = try run("list")
    #expect(none.status == 0 && none.out.contains("There is no key yet"))
    let made = try run("new", "academy", "--name", "Northwind Academy", passphrase: "correct horse")
    #expect(made.status == 0 && made.error == "", "\(made)")
    let exported = try json(try run("export", "academy"))
    #expect(exported["organisation"] == "Northwind Academy")
    let jwk = try #require(JWK(json: exported["jwk"] ?? .null))
    #expect(exported["did"] == .string(jwk.did.text))
    #expect(exported["thumbprint"] == .string(jwk.thumbprint))
    #expect(made.out.contains(jwk.did.text))
    let list = try run("list")
    #expect(list.out.contains("academy: Northwind Academy") && list.out.contains(jwk.did.text))
    #expect(try json(try run("list", "--json")) == .array([exported]))

    let rotated = try run("rotate", "academy", passphrase: "correct battery")
    #expect(rotated.status == 0 && rotated.out.contains("academy.1"), "\(rotated)")
    #expect(try json(try run("export", "academy.1"))["jwk"] == jwk.json)
    #expect(try json(try run("export", "academy"))["jwk"] != jwk.json)
    // No private part is printed anywhere.
    let all = made.out + rotated.out + (try run("export", "academy").out)
    #expect(!all.contains("PRIVATE") && !all.contains("\"d\""))
  }

  @Test func whatIsRefused() throws {
    #expect(try run("new", "Academy", passphrase: "correct horse").status == 64)
    #expect(try run("new", "laptop", passphrase: "correct horse").status == 64)
    #expect(try run("new", "academy", passphrase: "short").status == 65)
    let mute = try run("new", "academy")
    #expect(mute.status == 74 && mute.error.contains("REHEARSE_PASSPHRASE_FILE"), "\(mute)")
    #expect(try run("export", "academy").status == 65)
    #expect(try run("rotate", "academy", passphrase: "correct horse").status == 65)
    #expect(try run("new", "academy", passphrase: "correct horse").status == 0)
    #expect(try run("new", "academy", passphrase: "correct horse").status == 73)
  }

  @Test func theLaptopsKeyIsExportedToo() throws {
    let first = try run("export", "laptop")
    #expect(first.status == 0 && first.error == "")
    #expect(try json(first)["did"]?.string?.hasPrefix("did:key:z6Mk") == true)
    #expect(try run("export", "laptop").out == first.out)
  }

  @Test func aPassphraseIsNotShown() throws {
    let terminal = try TerminalSession(["key", "new", "academy"], home: home.path)
    try terminal.wait(for: "academy”: ")
    try terminal.type("correct horse\r", until: "Once more: ")
    terminal.type("correct horse\r")
    #expect(try terminal.end() == 0)
    #expect(!terminal.everything.contains("horse"))
    #expect(terminal.everything.contains("is made"))

    let other = try TerminalSession(["key", "rotate", "academy"], home: home.path)
    try other.wait(for: "academy”: ")
    try other.type("correct horse\r", until: "Once more: ")
    other.type("incorrect horse\r")
    #expect(try other.end() == 65)

    let given = try TerminalSession(["key", "rotate", "academy"], home: home.path)
    try given.wait(for: "academy”: ")
    given.type("\u{3}")
    #expect(try given.end() == 1)
    #expect(given.everything.contains("No passphrase was given"))
    #expect(try run("list").out.contains("academy.1") == false)
  }
}

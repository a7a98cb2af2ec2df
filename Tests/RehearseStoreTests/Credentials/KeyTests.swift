import Foundation
import RehearseCore
import Testing

@testable import RehearseStore

@Suite struct KeyTests {
  static let passphrase = "correct horse battery"
  static let now = "2026-11-22T14:00:00Z"

  private func mode(_ path: String) -> UInt32? {
    DiskFile.status(path).map { $0.st_mode & 0o777 }
  }

  @Test func theLaptopsKeyIsMadeOnceAndForItsOwnerAlone() throws {
    let folder = try TemporaryFolder()
    let key = try LaptopKey(in: folder.directory)
    #expect(try LaptopKey(in: folder.directory).did == key.did)
    #expect(mode(folder.directory.path + "/keys") == 0o700)
    #expect(mode(folder.directory.path + "/keys/laptop.pem") == 0o600)
    #expect(try KeyRing(in: folder.directory).entries() == [])
    let other = try TemporaryFolder()
    #expect(try LaptopKey(in: other.directory).did != key.did)
  }

  @Test func severalAtTheSameTimeGetTheSameKey() async throws {
    let directory = try TemporaryFolder().directory
    let keys = try await withThrowingTaskGroup(of: DIDKey.self) { group in
      for _ in 0..<16 { group.addTask { try LaptopKey(in: directory).did } }
      return try await group.reduce(into: Set<DIDKey>()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
    let left = try FileManager.default.contentsOfDirectory(atPath: directory.path + "/keys")
    #expect(left == ["laptop.pem"])
  }

  @Test func aDamagedLaptopKeyIsNotReplaced() throws {
    let folder = try TemporaryFolder()
    for text in ["", "x", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
      try folder.write(text, to: "data/keys/laptop.pem")
      #expect(throws: KeyFailure.self) { try LaptopKey(in: folder.directory) }
      #expect(
        try String(contentsOfFile: folder.path + "/data/keys/laptop.pem", encoding: .utf8) == text)
    }
  }

  @Test func aKeyIsMadeListedAndOpened() throws {
    let folder = try TemporaryFolder()
    let ring = KeyRing(in: folder.directory)
    #expect(try ring.entries() == [])
    let entry = try ring.make(
      "academy", organisation: "Northwind Académie", passphrase: Self.passphrase, now: Self.now)
    #expect(try ring.entries() == [entry])
    #expect(mode(folder.directory.path + "/keys/academy.pem") == 0o600)
    let key = try ring.open("academy", passphrase: Self.passphrase)
    #expect(key.jwk == entry.jwk)
    let message = Array("x".utf8)
    #expect(entry.jwk.isValid(try key.signature(for: message), for: message))
    #expect(throws: KeyFailure.wrongPassphrase("academy")) {
      try ring.open("academy", passphrase: Self.passphrase + "!")
    }
    #expect(throws: KeyFailure.taken("academy")) {
      try ring.make("academy", organisation: "B", passphrase: Self.passphrase, now: Self.now)
    }
    #expect(throws: KeyFailure.weakPassphrase) {
      try ring.make("b", organisation: "B", passphrase: "elevenchars", now: Self.now)
    }
    for organisation in ["A\nRetired: x", "-----BEGIN X-----", ""] {
      #expect(throws: KeyFailure.organisation(organisation)) {
        try ring.make("b", organisation: organisation, passphrase: Self.passphrase, now: Self.now)
      }
    }
    #expect(throws: KeyFailure.noSuchKey("../records")) {
      try ring.open("../records", passphrase: Self.passphrase)
    }
    for name in ["laptop", "A", "1a", "", "a/b", "a.1", "..", String(repeating: "a", count: 41)] {
      #expect(throws: KeyFailure.name(name)) {
        try ring.make(name, organisation: "B", passphrase: Self.passphrase, now: Self.now)
      }
    }
  }

  @Test func rotationKeepsTheOldKey() throws {
    let ring = KeyRing(in: try TemporaryFolder().directory)
    let first = try ring.make(
      "academy", organisation: "Northwind", passphrase: Self.passphrase, now: Self.now)
    let later = "2027-01-01T00:00:00Z"
    let (second, old) = try ring.rotate("academy", passphrase: Self.passphrase + "2", now: later)
    #expect(old.name == "academy.1" && old.jwk == first.jwk && old.retired == later)
    #expect(second.name == "academy" && second.jwk != first.jwk && second.retired == nil)
    #expect(second.organisation == "Northwind")
    _ = try ring.rotate("academy", passphrase: Self.passphrase, now: later)
    #expect(try ring.entries().map(\.name) == ["academy", "academy.1", "academy.2"])
    #expect(try ring.open("academy.1", passphrase: Self.passphrase).jwk == first.jwk)
    #expect(try ring.open("academy.2", passphrase: Self.passphrase + "2").jwk == second.jwk)
    #expect(throws: KeyFailure.name("academy.1")) {
      try ring.rotate("academy.1", passphrase: Self.passphrase, now: later)
    }
    #expect(throws: KeyFailure.noSuchKey("other")) {
      try ring.rotate("other", passphrase: Self.passphrase, now: later)
    }
  }

  /// Nobody's file may make the program take all memory or all day.
  @Test func whatAFileMayAskOfScrypt() {
    #expect(KeyFile.Cost().isBearable)
    #expect(KeyFile.Cost(rounds: 32_768, blockSize: 8, parallelism: 1).isBearable)
    for cost in [
      KeyFile.Cost(rounds: 1 << 20, blockSize: 8, parallelism: 1),
      KeyFile.Cost(rounds: 1 << 17, blockSize: 32, parallelism: 1),
      KeyFile.Cost(rounds: 16_383, blockSize: 8, parallelism: 1),
      KeyFile.Cost(rounds: 16_384, blockSize: 8, parallelism: 17),
      KeyFile.Cost(rounds: 0, blockSize: 0, parallelism: 0),
      KeyFile.Cost(rounds: .min, blockSize: 8, parallelism: 1),
    ] {
      #expect(!cost.isBearable, "\(cost)")
    }
  }
}

/// What OpenSSL says to our key files, and we to its.
@Suite(.enabled(if: OpenSSL.isThere, "openssl is not installed"))
struct OpenSSLTests {
  @Test func itOpensOurKeys() throws {
    let folder = try TemporaryFolder()
    let entry = try KeyRing(in: folder.directory).make(
      "academy", organisation: "Northwind", passphrase: KeyTests.passphrase, now: KeyTests.now)
    let file = folder.directory.path + "/keys/academy.pem"
    let text = try OpenSSL.run(
      ["pkey", "-in", file, "-passin", "pass:\(KeyTests.passphrase)", "-noout", "-text"])
    #expect(text.contains("P-256"))
    let digits = text.split(separator: "pub:").last?.split(separator: "ASN1").first ?? ""
    let hex = digits.filter(\.isHexDigit)
    #expect(
      hex == "04" + entry.jwk.point.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    #expect(throws: OpenSSL.Failure.self) {
      try OpenSSL.run(["pkey", "-in", file, "-passin", "pass:wrong", "-noout"])
    }
    _ = try LaptopKey(in: folder.directory)
    let laptop = folder.directory.path + "/keys/laptop.pem"
    #expect(try OpenSSL.run(["pkey", "-in", laptop, "-noout", "-text"]).contains("ED25519"))
  }

  @Test func weOpenItsKeys() throws {
    let folder = try TemporaryFolder()
    let plain = folder.path + "/plain.pem"
    let box = folder.path + "/box.der"
    _ = try OpenSSL.run([
      "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", plain,
    ])
    _ = try OpenSSL.run([
      "pkcs8", "-topk8", "-scrypt", "-in", plain, "-outform", "DER", "-out", box, "-passout",
      "pass:secret",
    ])
    let bytes = try DiskFile.bytes(of: box, limit: 10_000)
    let key = OrganisationKey(try KeyFile.decrypt(bytes, passphrase: "secret"))
    let message = Array("x".utf8)
    #expect(key.jwk.isValid(try key.signature(for: message), for: message))
    #expect(throws: KeyFile.Failure.wrongPassphrase) {
      try KeyFile.decrypt(bytes, passphrase: "Secret")
    }
    // PBKDF2, which we do not take.
    _ = try OpenSSL.run([
      "pkcs8", "-topk8", "-in", plain, "-outform", "DER", "-out", box + "2", "-passout",
      "pass:secret",
    ])
    let other = try DiskFile.bytes(of: box + "2", limit: 10_000)
    #expect(throws: KeyFile.Failure.unreadable) {
      try KeyFile.decrypt(other, passphrase: "secret")
    }
  }
}

enum OpenSSL {
  static let path = "/usr/bin/openssl"
  static let isThere = FileManager.default.isExecutableFile(atPath: path)

  struct Failure: Error { var message: String }

  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let out = Pipe()
    process.standardOutput = out
    process.standardError = out
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(message: text) }
    return text
  }
}

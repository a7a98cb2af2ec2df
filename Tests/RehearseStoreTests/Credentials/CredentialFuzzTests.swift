import Foundation
import RehearseCore
import Testing

@testable import RehearseStore

/// Whatever is in a file that comes from outside, reading it neither traps nor hangs, and nothing
/// that was changed holds. `REHEARSE_FUZZ_SECONDS` says how long (2 where it says nothing).
@Suite(.serialized) struct CredentialFuzzTests {
  private static let pieces: [[UInt8]] = [
    "{", "}", "[", "]", ":", ",", "\"", "\\u0000", "\\ud800", "1e999", "-0", "null", ".", "..", "=",
    "\u{212A}", "did:key:z", "z1111", "\"proof\":{", "\"alg\":\"none\"", "\"crit\":[\"b64\"]",
    "-----BEGIN PUBLIC KEY-----\n", "-----END ", "\n", "\u{30}\u{82}\u{FF}", "urn:uuid:",
    String(repeating: "[", count: 2_000), String(repeating: "1", count: 3_000),
    String(repeating: "A", count: 5_000),
  ].map { Array($0.utf8) }

  private static func mutated(_ file: [UInt8], _ random: inout Generator) -> [UInt8] {
    var bytes = file
    for _ in 0...random.next(below: 6) {
      let place = random.next(below: bytes.count + 1)
      let length = min(random.next(below: 1 << random.next(below: 9)), bytes.count - place)
      switch random.next(below: 6) {
      case 0: bytes.removeSubrange(place..<(place + length))
      case 1: bytes.insert(contentsOf: pieces[random.next(below: pieces.count)], at: place)
      case 2 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 3 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.next(below: 8))
      case 4: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
      default: bytes.removeLast(random.next(below: bytes.count / 4 + 1))
      }
    }
    return bytes
  }

  private func fuzz(_ corpus: [[UInt8]], _ check: ([UInt8], Bool) throws -> Void) rethrows {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["REHEARSE_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
    let seconds = environment["REHEARSE_FUZZ_SECONDS"].flatMap { Int($0) } ?? 2
    var random = Generator(seed: seed)
    let end = ContinuousClock.now + .seconds(seconds)
    var count = 0
    while ContinuousClock.now < end {
      let file = corpus[count % corpus.count]
      let input = Self.mutated(file, &random)
      let started = ContinuousClock.now
      try check(input, input == file)
      #expect(ContinuousClock.now - started < .seconds(20), "input \(count) of seed \(seed)")
      count += 1
    }
    #expect(count > 0)
  }

  @Test func signedFiles() throws {
    let corpus = [
      Array(try SignedCredentialTests.provisional().utf8),
      Array(try SignedCredentialTests.final().utf8),
    ]
    fuzz(corpus) { input, isSame in
      guard let file = try? SignedCredential(input) else { return }
      let isWhole = isSame || input == corpus[0] + [0x0A] || input == corpus[1] + [0x0A]
      #expect(isWhole, "\(file.text)")
    }
  }

  /// What a key that somebody just made can sign: the reading of the members has to hold by itself.
  @Test func signedNonsense() throws {
    let key = try CompactJWSTests.key()
    let corpus = [
      CanonicalJSON.bytes(of: try CredentialJWT(try SignedCredentialTests.final()).document)
    ]
    fuzz(corpus) { input, _ in
      guard let token = try? CompactJWS.sign(input, with: key) else { return }
      guard let file = try? SignedCredential(Array(token.text.utf8)) else { return }
      guard let credential = try? file.credential(as: AchievementCredential.self) else { return }
      #expect((try? AchievementCredential(json: credential.json)) == credential)
      _ = try? file.credential(as: Endorsement.self)
      _ = try? file.credential(as: LaptopEnrolment.self)
    }
  }

  @Test func keyFiles() throws {
    let folder = try TemporaryFolder()
    _ = try KeyRing(in: folder.directory).make(
      "academy", organisation: "Northwind", passphrase: KeyTests.passphrase, now: KeyTests.now)
    _ = try LaptopKey(in: folder.directory)
    let corpus = try ["academy", "laptop"].map {
      try DiskFile.bytes(of: "\(folder.directory.path)/keys/\($0).pem", limit: 10_000)
    }
    let target = try TemporaryFolder()
    let ring = KeyRing(in: target.directory)
    try fuzz(corpus) { input, _ in
      try target.write(input, to: "data/keys/academy.pem")
      try target.write(input, to: "data/keys/laptop.pem")
      _ = try? ring.entries()
      _ = try? LaptopKey(in: target.directory)
      if (try? ring.open("academy", passphrase: KeyTests.passphrase)) != nil {
        // The lines before the keys may say anything; the keys themselves have to be whole.
        #expect(try ring.entry("academy").jwk == KeyRing(in: folder.directory).entry("academy").jwk)
      }
    }
  }
}

import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

extension TrustCommand {
  /// Whose key gets which role: the names of own keys, or files that `rehearse key export` wrote.
  struct Roles: ParsableArguments {
    @Option(
      help: "Issues certificates and enrols laptops: a key's name, or a file with its public part.")
    var issuer: [String] = []

    @Option(help: "Endorses certificates of others.")
    var endorser: [String] = []

    @Option(help: "Says what was revoked. Without it, the issuers do.")
    var status: [String] = []

    @Option(help: "Signs the next trust file.")
    var root: [String] = []

    @Option(help: "How many of the root keys have to sign.")
    var threshold: Int?

    @Option(help: "The last day on which it holds: YYYY-MM-DD.")
    var expires: String

    func file(version: Int, before: TrustFile?) throws -> TrustFile {
      guard let last = CalendarDay(expires) else {
        throw fail("“\(expires)” is not a day.", "Write it like 2027-11-30.", 64)
      }
      var keys: [TrustFile.Key] = []
      func ids(_ names: [String], _ role: TrustFile.Role) throws -> [String] {
        guard !names.isEmpty else {
          let kept = before?.roles[role]?.keys ?? []
          keys += kept.compactMap { before?.keys[$0] }
          return kept
        }
        let named = try names.map(Self.key)
        keys += named
        return named.map(\.jwk.thumbprint)
      }
      var roles: [TrustFile.Role: TrustFile.Delegation] = [:]
      for (role, names) in [
        (TrustFile.Role.issuer, issuer), (.endorser, endorser), (.status, status), (.root, root),
      ] {
        let ids = try ids(names, role)
        if !ids.isEmpty { roles[role] = TrustFile.Delegation(keys: ids, threshold: 1) }
      }
      guard let signers = roles[.root]?.keys else {
        throw fail("Nobody could sign the next version.", "Name a root key: --root NAME.", 64)
      }
      let needed = threshold ?? min(before?.roles[.root]?.threshold ?? 1, signers.count)
      guard (1...signers.count).contains(needed) else {
        throw fail(
          "\(needed) root keys cannot sign: there \(signers.count == 1 ? "is" : "are")"
            + " \(signers.count).",
          "Give a --threshold from 1 to \(signers.count).", 64)
      }
      roles[.root] = TrustFile.Delegation(keys: signers, threshold: needed)
      return TrustFile(version: version, expires: last.end, keys: keys, roles: roles)
    }

    private static func key(_ name: String) throws -> TrustFile.Key {
      if !name.contains("/"), let entry = try? KeyRing.here.entry(name) {
        return TrustFile.Key(name: entry.organisation, id: entry.jwk.did.text, jwk: entry.jwk)
      }
      let bytes = try TravellingFile.read(name, limit: TrustFile.maximumBytes)
      guard let json = try? JSONReader.read(bytes),
        let jwk = json["jwk"].flatMap({ JWK(json: $0) }),
        let organisation = json["organisation"]?.string
      else {
        throw fail(
          "“\(name)” is neither a key of yours nor the public part of one.",
          "Ask for the file that `rehearse key export NAME` prints.", 65)
      }
      return TrustFile.Key(name: organisation, id: jwk.did.text, jwk: jwk)
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make version 1 of your organisation's trust file.")

    @OptionGroup var roles: Roles

    @Option(name: .shortAndLong, help: "The file to write.")
    var out: String

    func run() throws {
      try reporting {
        let file = try roles.file(version: 1, before: nil)
        try TravellingFile.write(file.bytes, to: out, replacing: false)
        TrustCommand.sayWhoSigns(file, out, before: nil)
      }
    }
  }

  struct Next: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the next version of a trust file.",
      discussion: "A role that is not named keeps the keys that it has.")

    @Argument(help: "The version that is in use.")
    var file: String

    @OptionGroup var roles: Roles

    @Option(name: .shortAndLong, help: "The file to write.")
    var out: String

    func run() throws {
      try reporting {
        let before = try TrustFile(TravellingFile.read(file, limit: TrustFile.maximumBytes))
        let next = try roles.file(version: before.version + 1, before: before)
        try TravellingFile.write(next.bytes, to: out, replacing: false)
        TrustCommand.sayWhoSigns(next, out, before: before)
      }
    }
  }

  struct Sign: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Sign a trust file with a root key.")

    @Argument(help: "The file; the signature is added to it.")
    var file: String

    @Option(help: "The key, as `rehearse key list` shows it.")
    var key: String

    func run() throws {
      try reporting {
        var trust = try TrustFile(TravellingFile.read(file, limit: TrustFile.maximumBytes))
        let passphrase = try PassphraseEntry.here.existing(key)
        try trust.sign(with: KeyRing.here.open(key, passphrase: passphrase))
        try TravellingFile.write(trust.bytes, to: file, replacing: true)
        let needed = trust.roles[.root]?.threshold ?? 1
        let has = trust.signatureCount(of: trust)
        print(
          "Signed. \(has) of its root keys have signed it, \(needed) \(needed == 1 ? "is" : "are")"
            + " asked for.")
        if has >= needed {
          print("Give it out; everybody takes it in: rehearse trust add \(file.quotedForShell)")
        }
      }
    }
  }

  static func sayWhoSigns(_ file: TrustFile, _ path: String, before: TrustFile?) {
    func names(_ trust: TrustFile) -> String {
      (trust.roles[.root]?.keys ?? []).compactMap { trust.keys[$0]?.name }.joined(separator: ", ")
    }
    let needed = file.roles[.root]?.threshold ?? 1
    print("Written: \(path.printable), version \(file.version), not signed yet.")
    print("It asks for \(needed) of its own root keys (\(names(file).printable)).")
    if let before {
      print(
        "Those who have version \(before.version) take it only with \(before.roles[.root]?.threshold ?? 1)"
          + " of its root keys as well (\(names(before).printable)).")
    }
    print("Sign it with each: rehearse trust sign \(path.quotedForShell) --key NAME")
  }
}

internal import Crypto
internal import SwiftASN1

/// The organisation keys in `DATA/keys`, one file each: lines that say whose it is and since when,
/// the private key under its passphrase, and the public key, which is read without it.
package struct KeyRing: Sendable {
  package struct Entry: Equatable, Sendable {
    /// The file's name without `.pem`.
    package var name: String
    /// Of the organisation, as certificates show it.
    package var organisation: String
    package var jwk: JWK
    /// ISO 8601, UTC, seconds.
    package var made: String
    /// When another key took its place.
    package var retired: String?
  }

  private let directory: DataDirectory

  package init(in directory: DataDirectory) { self.directory = directory }

  /// In the order of their names; files that are no keys of ours are passed over.
  package func entries() throws(KeyFailure) -> [Entry] {
    var entries: [Entry] = []
    for file in KeyFolder.names(in: directory) where file != KeyFolder.laptop {
      do { entries.append(try read(file).entry) } catch .damaged { continue }
    }
    return entries
  }

  package func entry(_ name: String) throws(KeyFailure) -> Entry { try read(name).entry }

  /// Makes a key.
  /// - Parameter now: ISO 8601, UTC, seconds.
  package func make(
    _ name: String, organisation: String, passphrase: String, now: String
  ) throws(KeyFailure) -> Entry {
    guard Self.isName(name) else { throw .name(name) }
    try KeyFolder.create(in: directory)
    guard !DiskFile.isTaken(path(name)) else { throw .taken(name) }
    let (entry, text) = try Self.generate(name, organisation, passphrase, now)
    guard try KeyFolder.write(text, as: path(name), replacing: false) else { throw .taken(name) }
    return entry
  }

  /// Puts a new key in the place of one, which stays as `NAME.1`, `NAME.2` and so on.
  /// - Returns: The new one, and the old one under its new name.
  package func rotate(
    _ name: String, passphrase: String, now: String
  ) throws(KeyFailure) -> (new: Entry, old: Entry) {
    guard Self.isName(name) else { throw .name(name) }
    let (current, box) = try read(name)
    let (new, text) = try Self.generate(name, current.organisation, passphrase, now)
    var old = current
    old.retired = now
    var number = 0
    repeat {
      number += 1
      old.name = "\(name).\(number)"
    } while try !KeyFolder.write(Self.text(old, box), as: path(old.name), replacing: false)
    // From here on both files hold the old key; nothing is lost if this is as far as it comes.
    _ = try KeyFolder.write(text, as: path(name), replacing: true)
    return (new, old)
  }

  /// Opens a key for signing. A retired key is opened too: the trust file that replaces it is signed
  /// with it.
  package func open(_ name: String, passphrase: String) throws(KeyFailure) -> OrganisationKey {
    let (entry, box) = try read(name)
    do {
      let key = OrganisationKey(try KeyFile.decrypt(box, passphrase: passphrase))
      guard key.jwk == entry.jwk else {
        throw KeyFailure.damaged(path: path(name), detail: "its two halves do not belong together")
      }
      return key
    } catch let error as KeyFailure {
      throw error
    } catch KeyFile.Failure.wrongPassphrase {
      throw .wrongPassphrase(name)
    } catch {
      throw .damaged(
        path: path(name), detail: "it is not kept under scrypt and AES-256-CBC as PKCS#8 has it")
    }
  }

  private func path(_ name: String) -> String { KeyFolder.path(of: name, in: directory) }

  /// A name for a new key. The names of retired ones have a full stop in them, and so never clash.
  package static func isName(_ name: String) -> Bool {
    let letters = name.utf8
    return (1...40).contains(letters.count) && name != KeyFolder.laptop
      && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letters.first ?? 0)
      && letters.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  private static func isRetiredName(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && isName(String(parts[0])) && parts[1].count < 6
      && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func generate(
    _ name: String, _ organisation: String, _ passphrase: String, _ now: String
  ) throws(KeyFailure) -> (Entry, String) {
    guard passphrase.count >= KeyFile.minimumPassphrase else { throw .weakPassphrase }
    let key = P256.Signing.PrivateKey()
    let entry = Entry(
      name: name, organisation: organisation, jwk: JWK(key.publicKey), made: now, retired: nil)
    let text: String
    do { text = Self.text(entry, try KeyFile.encrypt(key, passphrase: passphrase)) } catch {
      throw .damaged(path: name, detail: "the passphrase cannot be applied (\(error))")
    }
    guard !organisation.isEmpty, parts(text, name: name)?.entry == entry else {
      throw .organisation(organisation)
    }
    return (entry, text)
  }

  /// Explanatory text before the keys, as RFC 7468 (section 5.2) allows it.
  private static func text(_ entry: Entry, _ box: [UInt8]) -> String {
    var lines = ["Organisation: \(entry.organisation)", "Made: \(entry.made)"]
    if let retired = entry.retired { lines.append("Retired: \(retired)") }
    lines.append(PEMDocument(type: KeyFile.label, derBytes: box).pemString)
    if let key = try? P256.Signing.PublicKey(rawRepresentation: entry.jwk.point) {
      lines.append(key.pemRepresentation)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func read(_ name: String) throws(KeyFailure) -> (entry: Entry, box: [UInt8]) {
    guard Self.isName(name) || Self.isRetiredName(name) else { throw .noSuchKey(name) }
    guard DiskFile.exists(path(name)) else { throw .noSuchKey(name) }
    let text = try KeyFolder.text(path(name))
    guard let parts = Self.parts(text, name: name) else {
      throw .damaged(path: path(name), detail: "it is not as this program wrote it")
    }
    return parts
  }

  /// Nil where the text is no key of ours.
  static func parts(_ text: String, name: String) -> (entry: Entry, box: [UInt8])? {
    guard let documents = try? PEMDocument.parseMultiple(pemString: text), documents.count == 2,
      documents[0].discriminator == KeyFile.label, documents[1].discriminator == "PUBLIC KEY",
      let key = try? P256.Signing.PublicKey(derRepresentation: documents[1].derBytes)
    else { return nil }
    var words: [Substring: String] = [:]
    for line in text.split(separator: "\n").prefix(while: { !$0.hasPrefix("-----") }) {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      words[line[..<colon]] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    guard let organisation = words["Organisation"], let made = words["Made"] else { return nil }
    let entry = Entry(
      name: name, organisation: organisation, jwk: JWK(key), made: made,
      retired: words["Retired"])
    return (entry, documents[0].derBytes)
  }
}

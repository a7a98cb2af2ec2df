import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

/// `rehearse key`: the keys that an organisation signs with.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make and keep the keys that your organisation signs with.",
    discussion: """
      Each key is a file in the folder `keys` of your data, under a passphrase. It is asked for at \
      the terminal; for scripts, REHEARSE_PASSPHRASE_FILE names a file with it.
      """,
    subcommands: [New.self, List.self, Export.self, Rotate.self], defaultSubcommand: List.self)

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a key.")

    @Argument(help: "What you call it: small letters, digits and hyphens.")
    var key: String

    @Option(help: "The organisation, as certificates are to show it.")
    var name: String?

    func run() throws {
      try reporting {
        let ring = KeyRing.here
        guard KeyRing.isName(key) else { throw KeyFailure.name(key) }
        guard try !ring.entries().contains(where: { $0.name == key }) else {
          throw KeyFailure.taken(key)
        }
        let entry = try ring.make(
          key, organisation: name ?? key, passphrase: PassphraseEntry.here.new(key),
          now: Timestamp.text(Date()))
        print("The key “\(entry.name)” of \(entry.organisation.printable) is made:")
        print("  \(entry.jwk.did.text)")
        print(
          "Nobody can open it without its passphrase, and no backup of your record has it: keep a"
            + " copy of \(DataDirectory.here.path.printable)/keys/\(entry.name).pem somewhere safe."
        )
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the keys.")

    @Flag(help: "Print a JSON array.")
    var json = false

    func run() throws {
      try reporting {
        let entries = try KeyRing.here.entries()
        if json { return print(CanonicalJSON.text(of: .array(entries.map(\.publicPart)))) }
        if entries.isEmpty {
          print("There is no key yet. `rehearse key new NAME` makes one.")
        }
        for entry in entries {
          print("\(entry.name): \(entry.organisation.printable)")
          print("  since \(Timestamp.day(entry.made))")
          if let retired = entry.retired { print("  retired on \(Timestamp.day(retired))") }
          print("  \(entry.jwk.did.text)")
        }
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the public part of a key, as JSON.",
      discussion: "“laptop” is this installation's own key, which an organisation can enrol.")

    @Argument(help: "The key's name, or laptop.")
    var key: String

    func run() throws {
      try reporting {
        guard key == LaptopKey.name else {
          return print(CanonicalJSON.text(of: try KeyRing.here.entry(key).publicPart))
        }
        print(CanonicalJSON.text(of: try LaptopKey(in: .here).publicPart))
      }
    }
  }

  struct Rotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a new key in the place of one.",
      discussion: "The old one stays, as NAME.1, NAME.2 and so on, and signs nothing new.")

    @Argument(help: "The key's name.")
    var key: String

    func run() throws {
      try reporting {
        let ring = KeyRing.here
        _ = try ring.entry(key)
        let (new, old) = try ring.rotate(
          key, passphrase: PassphraseEntry.here.new(key), now: Timestamp.text(Date()))
        print("The key “\(new.name)” is a new one; the old one is kept as “\(old.name)”.")
        print("  \(new.jwk.did.text)")
        print(
          """
          Now make the next version of your trust file with the new key in it: `rehearse trust next`. \
          If it is a root key, sign it with both, “\(new.name)” and “\(old.name)”. What the old key \
          signed stays good for as long as the trust file names it.
          """)
      }
    }
  }
}

extension DataDirectory {
  static var here: DataDirectory { DataDirectory(environment: ProcessInfo.processInfo.environment) }
}

extension KeyRing {
  static var here: KeyRing { KeyRing(in: .here) }
}

extension PassphraseEntry {
  static var here: PassphraseEntry {
    PassphraseEntry(environment: ProcessInfo.processInfo.environment)
  }
}

import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

/// `rehearse trust`: whose certificates count here; and, for an organisation, making the file that
/// says so.
struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Say whose certificates you trust.",
    discussion: """
      A trust file names the organisations whose keys count, until when. Your training group gives it \
      out. docs/trust.md explains the whole.
      """,
    subcommands: [
      Add.self, List.self, Remove.self, New.self, Next.self, Sign.self,
    ], defaultSubcommand: List.self)

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in a trust file.",
      discussion: """
        The first one is taken as it is: make sure that it is the one of your training group, and \
        compare the keys with them. Each later one has to be signed by the keys of the one before.
        """)

    @Argument(help: "The file.")
    var file: String

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var screen: ScreenOptions

    func run() throws {
      try reporting {
        let place = try Workplace.open(screen)
        let trust = try TrustFile(TravellingFile.read(file, limit: TrustFile.maximumBytes))
        let store = TrustStore(place.records)
        switch try store.change(by: trust) {
        case .same: return place.write("Nothing new: version \(trust.version) is here already.")
        case .updated: break
        case .first:
          TrustText(place: place).show(trust)
          guard
            yes || Dialogue(console: place.console).confirms("Trust these keys from now on?")
          else { throw ExitCode(1) }
        }
        let change = try store.add(trust, at: place.now)
        if case .updated(let before) = change {
          place.write("Updated: version \(before) is replaced by version \(trust.version).", .good)
        } else {
          place.write("Taken in: version \(trust.version).", .good)
        }
        if trust.isExpired(at: place.now) {
          place.write(
            "It expired on \(trust.expires.prefix(10)): ask the training group for the next one.",
            .caution)
        }
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show whom you trust.")

    @Flag(help: "Print the trust file itself.")
    var json = false

    @OptionGroup var screen: ScreenOptions

    func run() throws {
      try reporting {
        let place = try Workplace.open(screen)
        guard let trust = try TrustStore(place.records).current() else { throw TrustFailure.none }
        if json { return print(String(decoding: trust.bytes, as: UTF8.self), terminator: "") }
        TrustText(place: place).show(trust)
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Trust nobody any more.",
      discussion:
        "An older version than the highest that was seen here is still refused afterwards.")

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var screen: ScreenOptions

    func run() throws {
      try reporting {
        let place = try Workplace.open(screen)
        guard try TrustStore(place.records).current() != nil else { throw TrustFailure.none }
        guard yes || Dialogue(console: place.console).confirms("Trust nobody any more?") else {
          throw ExitCode(1)
        }
        try TrustStore(place.records).remove(at: place.now)
        place.write("Removed. `rehearse verify` vouches for nobody now.")
      }
    }
  }
}

/// A trust file, on the screen.
struct TrustText {
  let place: Workplace

  func show(_ trust: TrustFile) {
    place.heading("Trust file, version \(trust.version), until \(trust.expires.prefix(10))")
    if trust.isExpired(at: place.now) { place.write("It has expired.", .caution) }
    for (id, key) in trust.keys.sorted(by: { ($0.value.name, $0.key) < ($1.value.name, $1.key) }) {
      let roles = TrustFile.Role.allCases.filter { trust.roles[$0]?.keys.contains(id) == true }
      place.write(StyledText(key.name.printable, .strong))
      place.write("  " + roles.map(\.words).joined(separator: ", "))
      place.write("  key \(id)", .dim)
    }
    if let root = trust.roles[.root] {
      place.write(
        "The next version has to be signed by \(root.threshold) of \(root.keys.count) root"
          + " \(root.keys.count == 1 ? "key" : "keys").")
    }
  }
}

extension TrustFile.Role {
  var words: String {
    switch self {
    case .root: "signs the next trust file"
    case .issuer: "issues certificates and enrols laptops"
    case .endorser: "endorses certificates"
    case .status: "says what was revoked"
    }
  }
}

/// The record of one attempt: a header, and events that are bound to one another by SHA-256, so
/// that none can be changed, left out, added or moved without a trace; only the last ones can be cut
/// off unseen. Its text is documented in `docs/transcript.md`.
package struct Transcript: Equatable, Sendable {
  /// SHA-256 (FIPS 180-4) of some bytes: 32 bytes. Handed in, so that this target needs no
  /// cryptography of its own.
  package typealias HashFunction = @Sendable ([UInt8]) -> [UInt8]

  /// The version of the rules by which events are turned into points.
  package static let engineVersion = 1

  package struct Header: Equatable, Sendable {
    package var attempt: String
    package var course: String
    /// SHA-256 of the course's content, in hexadecimal digits.
    package var digest: String
    /// The path of the unit.
    package var unit: String
    package var seed: UInt64
    package var mode: Mode
    package var engine: Int
    /// ISO 8601, UTC.
    package var begun: String
    /// For whom a checklist is worked.
    package var client: String?
    /// The units that had been passed when the attempt began, where conditions may ask: paths.
    package var passed: [String]

    package init(
      attempt: String, course: String, digest: String, unit: String, seed: UInt64, mode: Mode,
      engine: Int = Transcript.engineVersion, begun: String, client: String? = nil,
      passed: [String] = []
    ) {
      self.attempt = attempt
      self.course = course
      self.digest = digest
      self.unit = unit
      self.seed = seed
      self.mode = mode
      self.engine = engine
      self.begun = begun
      self.client = client
      self.passed = passed
    }
  }

  package struct Entry: Equatable, Sendable {
    /// ISO 8601, UTC. Says when; marking never looks at it.
    package var time: String
    package var event: Event
    /// Hexadecimal digits.
    package var hash: String
  }

  package var header: Header
  package private(set) var entries: [Entry] = []
  private var lastHash: [UInt8]
  private let hash: HashFunction

  package init(_ header: Header, hash: @escaping HashFunction) {
    self.header = header
    self.hash = hash
    lastHash = hash(Array(header.text.utf8))
  }

  /// Adds an event and binds it to what came before: its hash is SHA-256 over the 32 bytes of the
  /// hash before and the bytes of `time event`.
  @discardableResult
  package mutating func append(_ event: Event, at time: String) -> Entry {
    lastHash = hash(lastHash + Array("\(time) \(event.text)".utf8))
    let entry = Entry(time: time, event: event, hash: Self.hexadecimal(lastHash))
    entries.append(entry)
    return entry
  }

  package var text: String {
    var text = header.text
    for (index, entry) in entries.enumerated() {
      text += "\(index + 1) \(entry.hash) \(entry.time) \(entry.event.text)\n"
    }
    return text
  }

  package static func == (a: Transcript, b: Transcript) -> Bool {
    a.header == b.header && a.entries == b.entries
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// How an attempt is played.
package enum Mode: String, CaseIterable, Sendable {
  /// Feedback at once, hints, and unlimited undo.
  case practice
  /// None of these; the debrief comes at the end.
  case assessed
  /// A checklist for a real customer.
  case engagement
}

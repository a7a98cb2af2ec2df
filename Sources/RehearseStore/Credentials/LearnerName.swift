internal import GRDB
internal import RehearseCore

extension RecordsDatabase {
  /// The name that certificates are awarded to; nil while the learner has not said it.
  package func learnerName() throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT name FROM learner ORDER BY id DESC LIMIT 1")
    }
  }

  /// Certificates that were awarded before keep the name that they have.
  /// - Throws: `LearnerNameRefused`; `StoreError`.
  package func setLearnerName(_ name: String, at now: String) throws {
    let name = try LearnerNameRefused.checked(name)
    guard try learnerName() != name else { return }
    try write { db in
      try db.execute(
        sql: "INSERT INTO learner (at, name) VALUES (?, ?)", arguments: [now, name])
    }
  }
}

/// What cannot stand on a certificate as a name.
package enum LearnerNameRefused: ExplainedError, Equatable {
  case empty
  case tooLong(Int)
  case control

  package static let maximumCharacters = 200

  /// In one line, in any script.
  static func checked(_ text: String) throws(LearnerNameRefused) -> String {
    let name = Words.trim(text)
    guard !name.isEmpty else { throw .empty }
    guard name.count <= maximumCharacters, name.utf8.count <= maximumCharacters * 8 else {
      throw .tooLong(name.count)
    }
    // Characters that turn the direction of what follows could make a name read as another.
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
        false
      case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
      default: true
      }
    }
    guard isPlain else { throw .control }
    return name
  }

  package var message: String {
    switch self {
    case .empty: "There is no name here."
    case .tooLong(let count):
      "A name of \(count) characters does not fit on a certificate; \(Self.maximumCharacters) do."
    case .control: "The name has characters that do not show."
    }
  }
  package var help: String { "Write it as it is to stand on the certificate, in any script." }
  package var exitCode: Int32 { 65 }
}

internal import GRDB
package import RehearseCore

/// The organisation's own register: which place in its list each certificate has, and which were
/// revoked.
package struct StatusRegister {
  /// How long a list counts as fresh.
  static let validity = Certification.Period("6 months")

  private let records: RecordsDatabase
  private let issuer: AchievementCredential.Issuer

  package init(_ records: RecordsDatabase, issuer: AchievementCredential.Issuer) {
    self.records = records
    self.issuer = issuer
  }

  /// One list for each key of the organisation, named after it.
  static func list(of issuer: AchievementCredential.Issuer) -> String {
    "urn:rehearse:status:" + (issuer.id.split(separator: ":").last.map(String.init) ?? "")
  }

  /// A place that no other certificate has, by chance, so that it says nothing about when it was
  /// given.
  package func allot(_ credential: String) throws -> AchievementCredential.StatusEntry {
    let list = Self.list(of: issuer)
    return try records.read { db in
      let count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM issued WHERE list = ?", arguments: [list]) ?? 0
      guard count < StatusList.minimumCount / 2 else { throw StatusListFull() }
      while true {
        let index = Int.random(in: 0..<StatusList.minimumCount)
        let isTaken = try Bool.fetchOne(
          db, sql: "SELECT 1 FROM issued WHERE list = ? AND position = ?", arguments: [list, index])
        if isTaken == nil { return AchievementCredential.StatusEntry(list: list, index: index) }
      }
    }
  }

  /// The lists as they stand now, signed: that of the key, and one for each earlier
  /// key that something was issued with.
  ///
  /// - Parameter now: ISO 8601, UTC, seconds.
  /// - Parameter earlier: the issuers that the organisation's retired keys stand for.
  package func lists(
    signedWith key: OrganisationKey, earlier: [AchievementCredential.Issuer] = [], at now: String
  ) throws -> [String] {
    let own = Set(([issuer] + earlier).map(Self.list(of:)))
    let issued = try records.read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT list FROM issued")
    }
    let lists = own.intersection(issued).union([Self.list(of: issuer)]).sorted()
    return try lists.map { id in
      let revoked = try records.read { db in
        try Int.fetchAll(
          db,
          sql: """
            SELECT position FROM issued JOIN revocation USING (credential)
            WHERE list = ? ORDER BY position
            """, arguments: [id])
      }
      let until = Self.validity.flatMap { period in CalendarDay(of: now).map { ($0 + period).end } }
      let list = StatusList(
        id: id, issuer: issuer, validFrom: now, validUntil: until, revoked: revoked)
      let token = try CredentialJWT.sign(list, with: key).text
      try StatusLists(records).add(token, at: now)
      return token
    }
  }
}

/// Half of the places of a list are used; more would make finding a free one slow.
package struct StatusListFull: ExplainedError, Equatable {
  package var message: String {
    "The list of this key has \(StatusList.minimumCount / 2) certificates, and takes no more."
  }
  package var help: String { "Make a new key with `rehearse key rotate`." }
  package var exitCode: Int32 { 65 }
}

extension Certificates {
  /// Keeps a certificate of our own together with its place in the status list.
  package func add(
    _ credential: CredentialRecord, status: AchievementCredential.StatusEntry?
  ) throws(StoreError) {
    try records.write { db in
      try Self.insert(credential, in: db)
      guard let status else { return }
      try db.execute(
        sql: "INSERT INTO issued (credential, list, position) VALUES (?, ?, ?)",
        arguments: [credential.id, status.list, status.index])
    }
  }

  /// Notes that a credential was revoked. The first time counts.
  /// - Returns: whether it was new.
  @discardableResult
  package func revoke(
    _ id: String, reason: String, at time: String
  ) throws(StoreError) -> Bool {
    try records.write { db in
      try db.execute(
        sql: """
          INSERT INTO revocation (credential, at, reason) VALUES (?, ?, ?)
          ON CONFLICT (credential) DO NOTHING
          """, arguments: [id, time, reason])
      return db.changesCount > 0
    }
  }
}

extension StatusRegister {
  /// Whether a credential has a place in one of our lists.
  package func has(_ credential: String) throws(StoreError) -> Bool {
    try records.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT 1 FROM issued WHERE credential = ?", arguments: [credential]) ?? false
    }
  }
}

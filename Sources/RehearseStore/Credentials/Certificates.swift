internal import GRDB
internal import RehearseCore

/// The credentials in a record. They only ever come in; the newest of a certification counts.
package struct Certificates: Sendable {
  let records: RecordsDatabase

  package init(_ records: RecordsDatabase) { self.records = records }

  /// Keeps a credential. One that is kept already stays as it is.
  ///
  /// - Returns: whether it was new.
  @discardableResult
  package func add(_ credential: CredentialRecord) throws(StoreError) -> Bool {
    try records.write { db in try Self.insert(credential, in: db) }
  }

  /// Keeps a certificate if the newest of its certification is still `previous`, so that two
  /// programs that look at the same attempts award it once.
  ///
  /// - Returns: whether it was kept.
  package func add(
    _ credential: CredentialRecord, after previous: String?
  ) throws(StoreError) -> Bool {
    try records.write { db in
      let kept = try Self.all(
        in: db, "kind = 'certificate' AND course = ? AND certification = ?",
        [credential.course, credential.certification])
      guard Self.newest(kept)?.id == previous else { return false }
      return try Self.insert(credential, in: db)
    }
  }

  /// In the order in which they came in.
  package func all(_ kind: CredentialRecord.Kind? = nil) throws(StoreError) -> [CredentialRecord] {
    try records.read { db in
      try Self.all(in: db, "?1 IS NULL OR kind = ?1", [kind?.rawValue])
    }
  }

  /// Those about one subject, in the order in which they came in.
  package func all(
    _ kind: CredentialRecord.Kind, of subject: String
  ) throws(StoreError) -> [CredentialRecord] {
    try records.read { db in
      try Self.all(in: db, "kind = ? AND subject = ?", [kind.rawValue, subject])
    }
  }

  /// The certificates of one certification that a subject has, in the order in which they came in.
  package func certificates(
    course: String, certification: String, of subject: String
  ) throws(StoreError) -> [CredentialRecord] {
    try records.read { db in
      try Self.all(
        in: db, "kind = 'certificate' AND subject = ? AND course = ? AND certification = ?",
        [subject, course, certification])
    }
  }

  /// The certificates of one certification, in the order in which they came in.
  package func certificates(
    course: String, certification: String
  ) throws(StoreError) -> [CredentialRecord] {
    try records.read { db in
      try Self.all(
        in: db, "kind = 'certificate' AND course = ? AND certification = ?",
        [course, certification])
    }
  }

  /// The credential whose UUID begins so; upper and lower case are one.
  /// - Throws: `CredentialNotFound`; `StoreError`.
  package func find(_ prefix: String) throws -> CredentialRecord {
    let digits = prefix.lowercased()
    let wanted = digits.hasPrefix("urn:uuid:") ? digits : "urn:uuid:" + digits
    let found = try all().filter { $0.id.lowercased().hasPrefix(wanted) }
    guard let first = found.first, found.count == 1, wanted.count > "urn:uuid:".count else {
      throw CredentialNotFound(prefix: prefix, count: wanted == "urn:uuid:" ? 0 : found.count)
    }
    return first
  }

  /// The one that counts: the latest, the organisation's before the laptop's own, and what came in
  /// later.
  package static func newest(_ certificates: [CredentialRecord]) -> CredentialRecord? {
    func rank(_ one: CredentialRecord) -> (String, Int) {
      (one.validFrom, one.level == AchievementCredential.Level.completed.rawValue ? 1 : 0)
    }
    return certificates.enumerated().max {
      let (a, b) = (rank($0.element), rank($1.element))
      return a != b ? a < b : $0.offset < $1.offset
    }?.element
  }

  /// The attempts that the organisation has looked at, and given a certificate for.
  package func confirmedAttempts() throws(StoreError) -> Set<String> {
    Set(
      try all(.certificate).filter {
        $0.level == AchievementCredential.Level.completed.rawValue
      }.flatMap { CredentialGlance($0.body).evidence })
  }

  /// To whom the certificates that were issued here were given, by the attempts that they rest on.
  func holdersOfConfirmedAttempts() throws(StoreError) -> [String: String] {
    let rows = try records.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT credential.subject, credential.body
          FROM credential JOIN issued ON issued.credential = credential.id
          WHERE kind = 'certificate'
          """
      ).map { (try $0.decode(String.self, atIndex: 0), try $0.decode(String.self, atIndex: 1)) }
    }
    var holders: [String: String] = [:]
    for (subject, body) in rows {
      for attempt in CredentialGlance(body).evidence { holders[attempt] = subject }
    }
    return holders
  }

  /// When credentials were withdrawn, by their ids.
  package func revocations() throws(StoreError) -> [String: String] {
    try records.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT credential, at FROM revocation")
      return try Dictionary(
        rows.map {
          (try $0.decode(String.self, atIndex: 0), try $0.decode(String.self, atIndex: 1))
        }
      ) { first, _ in first }
    }
  }

  private struct UnknownKind: Error { var name: String }

  @discardableResult
  static func insert(_ credential: CredentialRecord, in db: Database) throws -> Bool {
    try db.execute(
      sql: """
        INSERT INTO credential
          (id, kind, level, course, certification, issuer, subject, about, valid_from, valid_until,
           body, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """,
      arguments: .row(
        credential.id, credential.kind.rawValue, credential.level, credential.course,
        credential.certification, credential.issuer, credential.subject, credential.about,
        credential.validFrom, credential.validUntil, credential.body, credential.at
      ))
    return db.changesCount > 0
  }

  private static func all(
    in db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [CredentialRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, kind, level, course, certification, issuer, subject, about, valid_from,
          valid_until, body, at
        FROM credential WHERE \(condition) ORDER BY at, rowid
        """, arguments: arguments
    ).map { row in
      let kind: String = try row.decode(atIndex: 1)
      guard let kind = CredentialRecord.Kind(rawValue: kind) else {
        throw UnknownKind(name: kind)
      }
      return CredentialRecord(
        id: try row.decode(atIndex: 0), kind: kind, level: try row.decode(atIndex: 2),
        course: try row.decode(atIndex: 3), certification: try row.decode(atIndex: 4),
        issuer: try row.decode(atIndex: 5), subject: try row.decode(atIndex: 6),
        about: try row.decode(atIndex: 7), validFrom: try row.decode(atIndex: 8),
        validUntil: try row.decode(atIndex: 9), body: try row.decode(atIndex: 10),
        at: try row.decode(atIndex: 11))
    }
  }
}

/// No certificate, or more than one, has an id that begins so.
package struct CredentialNotFound: ExplainedError, Equatable {
  package var prefix: String
  package var count: Int

  package var message: String {
    count == 0
      ? "There is no certificate whose id begins with “\(prefix)”."
      : "The ids of \(count) certificates begin with “\(prefix)”."
  }
  package var help: String {
    count == 0 ? "`rehearse certificates` lists them." : "Give more of its digits."
  }
  package var exitCode: Int32 { 65 }
}

internal import GRDB
package import RehearseCore

/// The lists of revoked certificates that came to this data directory.
package struct StatusLists: Sendable {
  /// What is known of a certificate.
  package enum Status: Equatable, Sendable {
    /// Not revoked as of the day on which the list was made.
    case good(asOf: String)
    case revoked(asOf: String)
    /// Not revoked by a list that is old.
    case stale(asOf: String)
    /// No list that says anything of it is here.
    case unknown
  }

  private let records: RecordsDatabase

  package init(_ records: RecordsDatabase) { self.records = records }

  /// Whether a text says of itself that it is a list, before anything is checked.
  package static func isStatusList(_ body: String) -> Bool {
    guard let token = BakedCredential(body), case .jwt = token, let json = token.document else {
      return false
    }
    return json["type"]?.items.contains(.string(StatusList.type)) == true
  }

  /// - Returns: whether it was new here.
  /// - Throws: `StatusListFailure`; `StoreError`.
  @discardableResult
  package func add(_ body: String, at now: String) throws -> Bool {
    let list = try Self.read(body).list
    return try records.write { db in
      try db.execute(
        sql: """
          INSERT INTO status_list (list, valid_from, body, at) VALUES (?, ?, ?, ?)
          ON CONFLICT DO NOTHING
          """, arguments: [list.id, list.validFrom, body, now])
      return db.changesCount > 0
    }
  }

  /// All lists that are here.
  package func all() throws(StoreError) -> [String] {
    try records.read { db in
      try String.fetchAll(db, sql: "SELECT body FROM status_list ORDER BY list, valid_from")
    }
  }

  /// What the newest list says of a certificate.
  ///
  /// - Parameter signer: whether a key may sign this list.
  package func status(
    of entry: AchievementCredential.StatusEntry, at now: String,
    signer: (JWK, StatusList) -> Bool = { _, _ in true }
  ) throws -> Status {
    let bodies = try records.read { db in
      try String.fetchAll(
        db, sql: "SELECT body FROM status_list WHERE list = ? ORDER BY valid_from DESC, rowid DESC",
        arguments: [entry.list])
    }
    return Self.status(of: entry, in: bodies, at: now, signer: signer)
  }

  /// The same for lists at hand, the newest of those that count.
  package static func status(
    of entry: AchievementCredential.StatusEntry, in bodies: [String], at now: String,
    signer: (JWK, StatusList) -> Bool
  ) -> Status {
    var newest: StatusList?
    for body in bodies {
      guard let (list, key) = try? read(body), list.id == entry.list, signer(key, list) else {
        continue
      }
      // Two lists of the same second: something was revoked after the first was written.
      let isNewer = newest.map {
        ($0.validFrom, $0.isRevoked(entry.index) == true ? 1 : 0)
          < (list.validFrom, list.isRevoked(entry.index) == true ? 1 : 0)
      }
      if isNewer ?? true { newest = list }
    }
    guard let newest, let isRevoked = newest.isRevoked(entry.index) else { return .unknown }
    if isRevoked { return .revoked(asOf: newest.validFrom) }
    if let until = newest.validUntil, until < now { return .stale(asOf: newest.validFrom) }
    return .good(asOf: newest.validFrom)
  }

  /// Whether a key may say of a credential that it was revoked: whoever signed it, and whom the trust
  /// file names for it; the issuers, where it names nobody.
  static func counts(
    _ key: JWK, for list: StatusList, of signed: SignedCredential, _ trust: TrustFile?
  ) -> Bool {
    if key.did == signed.signer { return true }
    guard let trust else { return false }
    let role = trust.roles[.status] == nil ? TrustFile.Role.issuer : .status
    return trust.holder(of: key, as: role)?.id == list.issuer.id
  }

  static func read(_ body: String) throws(StatusListFailure) -> (list: StatusList, key: JWK) {
    let token: CredentialJWT
    do { token = try CredentialJWT(body) } catch { throw .token(error) }
    do { return (try StatusList(json: token.document), token.key) } catch {
      throw .credential(error)
    }
  }
}

/// Why a list of revoked certificates is not taken.
package enum StatusListFailure: ExplainedError, Equatable {
  case token(JWTFailure)
  case credential(CredentialFailure)

  package var message: String {
    switch self {
    case .token(let failure): "The list of revoked certificates does not hold. \(failure.message)"
    case .credential(let failure): "It is not a list of revoked certificates. \(failure.message)"
    }
  }
  package var help: String { "Ask the training group for the file again." }
  package var exitCode: Int32 { 65 }
}

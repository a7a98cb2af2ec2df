internal import GRDB
internal import RehearseCore

/// The trust file of this data directory, and the highest version that was ever seen here.
package struct TrustStore: Sendable {
  package enum Change: Equatable, Sendable {
    case first
    case updated(from: Int)
    case same
  }

  private let records: RecordsDatabase

  package init(_ records: RecordsDatabase) { self.records = records }

  /// Nil where there is none, or where it was removed.
  package func current() throws -> TrustFile? {
    try newest().flatMap(\.body).map { try TrustFile(Array($0.utf8)) }
  }

  /// 0 where there never was one.
  package func highestVersion() throws(StoreError) -> Int { try newest()?.version ?? 0 }

  /// What taking a file in would change; nothing is changed yet.
  ///
  /// The first is taken as it is: who gives it out has to be known in another way.
  package func change(by file: TrustFile) throws -> Change {
    guard file.isSigned(by: file) else {
      throw TrustFailure.notSigned(
        by: file.version, has: file.signatureCount(of: file),
        needs: file.roles[.root]?.threshold ?? 1)
    }
    let newest = try newest()
    if let newest, file.version < newest.version {
      throw TrustFailure.older(version: file.version, seen: newest.version)
    }
    guard let kept = try current() else { return .first }
    if file.version == kept.version {
      guard file.signed == kept.signed else { throw TrustFailure.other(version: file.version) }
      return .same
    }
    guard file.version == kept.version + 1 else {
      throw TrustFailure.gap(version: file.version, seen: kept.version)
    }
    guard file.isSigned(by: kept) else {
      throw TrustFailure.notSigned(
        by: kept.version, has: file.signatureCount(of: kept),
        needs: kept.roles[.root]?.threshold ?? 1)
    }
    return .updated(from: kept.version)
  }

  /// - Throws: `TrustFailure`; `StoreError`.
  package func add(_ file: TrustFile, at now: String) throws -> Change {
    let change = try change(by: file)
    guard change != .same else { return change }
    try insert(file.version, String(decoding: file.bytes, as: UTF8.self), now)
    return change
  }

  /// From now on nobody is trusted here. The highest version that was seen stays known.
  /// - Throws: `TrustFailure.none`; `StoreError`.
  package func remove(at now: String) throws {
    guard let newest = try newest(), newest.body != nil else { throw TrustFailure.none }
    try insert(newest.version, nil, now)
  }

  private func insert(_ version: Int, _ body: String?, _ now: String) throws(StoreError) {
    try records.write { db in
      try db.execute(
        sql: "INSERT INTO trust_file (version, body, at) VALUES (?, ?, ?)",
        arguments: [version, body, now])
    }
  }

  private func newest() throws(StoreError) -> (version: Int, body: String?)? {
    try records.read { db in
      try Row.fetchOne(db, sql: "SELECT version, body FROM trust_file ORDER BY id DESC LIMIT 1")
        .map { (try $0.decode(atIndex: 0), try $0.decode(atIndex: 1)) }
    }
  }
}

internal import GRDB

/// What a restore did.
package struct Restoration: Equatable, Sendable {
  /// Where the record is that was there before; nil if there was none.
  package var keptAside: String?
  /// What the record holds now.
  package var attempts: Int
  package var lastActivity: String?
}

extension RecordsDatabase {
  /// Puts a backup in the place of the record. The backup is copied and checked first; the record
  /// is kept aside as `records-before-restore-YYYYMMDD-HHMMSS.sqlite` in the same folder, also when
  /// it is damaged; then the copy takes its name in one step. When it throws, nothing has changed.
  ///
  /// - Parameter now: the time for the name, in UTC: `2026-11-22T07:40:00Z`.
  /// - Throws: `.busy` if any program has the record open, `.backupRefused` with the reason,
  ///   `.sameFile`, and what can go wrong in writing the folder.
  package static func restore(
    from backup: String, in directory: DataDirectory, at now: String,
    patience: Duration = .seconds(1)
  ) throws(StoreError) -> Restoration {
    let current = directory.records
    guard !DiskFile.isSame(backup, current) else { throw .sameFile(path: backup) }
    try directory.create()
    let lock = try LockFile(directory.lock, .alone, record: current, patience: patience)
    defer { withExtendedLifetime(lock) {} }

    let candidate = current + ".restoring"
    removeAll(candidate)
    do {
      var result = try prepare(candidate, from: backup)
      if DiskFile.exists(current) {
        result.keptAside = try keepAside(current, at: now)
        for suffix in SideFile.all.dropFirst() { DiskFile.remove(current + suffix) }
      }
      try DiskFile.rename(candidate, to: current)
      try DiskFile.synchronizeFolder(of: current)
      return result
    } catch {
      removeAll(candidate)
      throw StoreError(error, at: current, .writing)
    }
  }

  private static func prepare(_ candidate: String, from backup: String) throws -> Restoration {
    try copy(backup, to: candidate)
    do {
      let queue = try DatabaseQueue(
        path: candidate, configuration: configuration(patience: .zero))
      let result = try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        try RecordsCheck.examine(db, path: backup)
        return Restoration(
          attempts: try Int.fetchOne(db, sql: "SELECT count(*) FROM attempt") ?? 0,
          lastActivity: try String.fetchOne(
            db,
            sql: """
              SELECT max(at) FROM (SELECT begun_at AS at FROM attempt
                UNION ALL SELECT at FROM event UNION ALL SELECT ended_at FROM outcome)
              """))
      }
      try queue.close()
      try DiskFile.synchronize(candidate)
      return result
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw StoreError.backupRefused(.notOurs(path: backup))
    } catch {
      let reason = StoreError(error, at: backup, .reading)
      // A full disk is no fault of the backup.
      if case .diskFull = reason { throw StoreError.diskFull(path: candidate) }
      throw StoreError.backupRefused(reason)
    }
  }

  private static func copy(_ backup: String, to candidate: String) throws(StoreError) {
    for suffix in SideFile.withContent where suffix.isEmpty || DiskFile.exists(backup + suffix) {
      do {
        try DiskFile.copy(backup + suffix, to: candidate + suffix)
      } catch {
        // Reading is about the backup, writing about the folder of the record.
        guard error.path == backup + suffix else { throw StoreError(error, .writing) }
        throw .backupRefused(StoreError(error, .reading))
      }
    }
  }

  /// Gives the record a second name, and answers with it.
  private static func keepAside(_ current: String, at now: String) throws -> String {
    let digits = now.filter(\.isNumber)
    let stem =
      DiskFile.folder(of: current) + "/records-before-restore-"
      + digits.prefix(8) + "-" + digits.dropFirst(8).prefix(6)
    var aside = stem + ".sqlite"
    var count = 1
    while DiskFile.exists(aside) {
      count += 1
      aside = stem + "-\(count).sqlite"
    }
    do {
      let logs = SideFile.withContent.dropFirst().filter { DiskFile.exists(current + $0) }
      for suffix in logs { try DiskFile.copy(current + suffix, to: aside + suffix) }
      if try settle(current) {
        for suffix in logs { DiskFile.remove(aside + suffix) }
      }
      try DiskFile.keep(current, as: aside)
      try DiskFile.synchronizeFolder(of: current)
      return aside
    } catch {
      removeAll(aside)
      throw error
    }
  }

  /// Brings the log of the record into its file, so that one file is all of it. False for a damaged
  /// record, whose log SQLite may throw away.
  /// - Throws: `.busy` if another tool has the record open.
  private static func settle(_ path: String) throws(StoreError) -> Bool {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(patience: .zero))
      let mode = try queue.writeWithoutTransaction {
        try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE")
      }
      guard mode == "delete" else { throw StoreError.busy(path: path) }
      try queue.close()
      return true
    } catch {
      let reason = StoreError(error, at: path, .writing)
      if case .busy = reason { throw reason }
      return false
    }
  }

  private static func removeAll(_ path: String) {
    for suffix in SideFile.all { DiskFile.remove(path + suffix) }
  }
}

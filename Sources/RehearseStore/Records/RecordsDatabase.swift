internal import Foundation
internal import GRDB

/// The record of one learner, open. It closes when its last copy goes.
///
/// It knows text and digests, and not what they mean. Every call that writes is one transaction,
/// and what it wrote is on the disk when it returns.
package struct RecordsDatabase: Sendable {
  /// The file, or `:memory:`.
  package let path: String
  let queue: DatabaseQueue
  private let lock: LockFile?

  /// Opens the record in `directory`, and makes both if there are none. Waits up to `patience`
  /// while another program writes or restores.
  package init(
    in directory: DataDirectory, patience: Duration = .seconds(5)
  ) throws(StoreError) {
    try directory.create()
    path = directory.records
    lock = try LockFile(directory.lock, .together, record: path, patience: patience)
    if !DiskFile.exists(path) { try Self.create(path) }
    queue = try Self.open(path, patience: patience)
  }

  /// A record that is gone with its last copy, for trying things.
  package static func inMemory() throws(StoreError) -> RecordsDatabase {
    do {
      let queue = try DatabaseQueue(configuration: configuration(patience: .zero))
      try RecordsSchema.migrator.migrate(queue)
      return RecordsDatabase(path: ":memory:", queue: queue, lock: nil)
    } catch {
      throw StoreError(error, at: ":memory:", .writing)
    }
  }

  private init(path: String, queue: DatabaseQueue, lock: LockFile?) {
    self.path = path
    self.queue = queue
    self.lock = lock
  }

  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try queue.read(body)
    } catch {
      throw StoreError(error, at: path, .reading)
    }
  }

  /// Runs `body` as one transaction. On return it is on the disk; when it throws, nothing of it is.
  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try queue.write(body)
    } catch {
      throw StoreError(error, at: path, .writing)
    }
  }

  static func configuration(patience: Duration) -> Configuration {
    var configuration = Configuration()
    configuration.label = "records"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience / .seconds(1))
    configuration.prepareDatabase { db in
      // FULL waits for the disk at each commit, which WAL alone does not. The `fullfsync` pair
      // makes macOS empty the cache of the disk as well, and means nothing elsewhere.
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA fullfsync = ON;
          PRAGMA checkpoint_fullfsync = ON;
          PRAGMA recursive_triggers = ON;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          """)
    }
    return configuration
  }

  /// Makes an empty record under another name and gives it its own when it is whole, so that a
  /// record that is there is always a complete one, and the first of two programs wins.
  private static func create(_ path: String) throws(StoreError) {
    let temporary = path + ".new-\(UUID().uuidString)"
    for suffix in SideFile.all { DiskFile.remove(temporary + suffix) }
    do {
      try DiskFile.create(temporary)
      let queue = try DatabaseQueue(path: temporary, configuration: configuration(patience: .zero))
      try RecordsSchema.migrator.migrate(queue)
      // Now, while nobody else has it: later, SQLite would not wait for another program's turn.
      try useSharedLog(queue, path: path)
      try queue.close()
      _ = try DiskFile.place(temporary, at: path, replacing: false)
    } catch {
      for suffix in SideFile.all { DiskFile.remove(temporary + suffix) }
      throw StoreError(error, at: path, .writing)
    }
  }

  private static func open(_ path: String, patience: Duration) throws(StoreError) -> DatabaseQueue {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(patience: patience))
      if try !queue.read({ try RecordsCheck.isCurrent($0, path: path) }) {
        try migrate(queue, path: path)
      }
      try useSharedLog(queue, path: path)
      return queue
    } catch {
      throw StoreError(error, at: path, .writing)
    }
  }

  /// Writes ahead to a log that several programs share. The file remembers it.
  private static func useSharedLog(_ queue: DatabaseQueue, path: String) throws {
    let mode = try queue.writeWithoutTransaction { db in
      let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
      return mode == "wal" ? mode : try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    }
    guard mode == "wal" else {
      throw StoreError.cannotWrite(path: path, detail: "the disk does not allow a shared log")
    }
  }

  /// Two programs may find the same old record at once. Each migration is a transaction, so one of
  /// them fails, and finds that the work is done.
  private static func migrate(_ queue: DatabaseQueue, path: String) throws {
    for _ in RecordsSchema.migrations {
      do {
        return try RecordsSchema.migrator.migrate(queue)
      } catch {
        guard try queue.read({ try RecordsCheck.isCurrent($0, path: path) }) else { continue }
        return
      }
    }
    try RecordsSchema.migrator.migrate(queue)
  }
}

/// What SQLite keeps beside a database, named after it.
enum SideFile {
  static let all = ["", "-wal", "-shm", "-journal"]
  /// Those that hold content of the database.
  static let withContent = ["", "-wal", "-journal"]
}

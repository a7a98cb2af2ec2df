internal import GRDB

/// The history of the tables. A migration that has shipped is never edited: the next change is a
/// new entry at the end. The text is plain SQL and knows nothing of the program's types, so that
/// it still means the same in ten years.
///
/// Every table but `course` only grows. Triggers refuse changing and removing rows; together with
/// `recursive_triggers`, which each connection sets, they refuse `INSERT OR REPLACE` too.
/// Times are ISO 8601 in UTC with seconds, and their order as text is their order in time.
enum RecordsSchema {
  /// Bytes 68 to 71 of the file, by which `file` and this program tell it from other databases:
  /// “RHRS” in ASCII, 0x52485253.
  static let applicationID = 1_380_471_379

  static let migrations: [(name: String, sql: String)] = [("v1", v1)]

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (name, sql) in migrations {
      migrator.registerMigration(name, foreignKeyChecks: .immediate) { try $0.execute(sql: sql) }
    }
    return migrator
  }

  private static let v1 = """
    PRAGMA application_id = 1380471379;

    CREATE TABLE blob (
      digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE snapshot (
      digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
      course TEXT NOT NULL,
      taken_at TEXT NOT NULL CHECK (taken_at GLOB '????-??-??T??:??:??Z')
    ) STRICT;

    CREATE TABLE snapshot_file (
      snapshot TEXT NOT NULL REFERENCES snapshot (digest),
      path TEXT NOT NULL,
      blob TEXT NOT NULL REFERENCES blob (digest),
      PRIMARY KEY (snapshot, path)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE course (
      id TEXT NOT NULL PRIMARY KEY,
      title TEXT NOT NULL,
      folder TEXT,
      snapshot TEXT REFERENCES snapshot (digest),
      opened_at TEXT NOT NULL CHECK (opened_at GLOB '????-??-??T??:??:??Z')
    ) STRICT;

    CREATE TABLE attempt (
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36 AND id = lower(id)),
      course TEXT NOT NULL,
      unit TEXT NOT NULL,
      kind TEXT NOT NULL,
      snapshot TEXT NOT NULL REFERENCES snapshot (digest),
      mode TEXT NOT NULL,
      client TEXT,
      branched_from TEXT,
      header TEXT NOT NULL,
      begun_at TEXT NOT NULL CHECK (begun_at GLOB '????-??-??T??:??:??Z')
    ) STRICT;
    CREATE INDEX attempt_of_unit ON attempt (course, unit);

    CREATE TABLE event (
      attempt TEXT NOT NULL REFERENCES attempt (id),
      sequence INTEGER NOT NULL CHECK (sequence >= 1),
      at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
      body TEXT NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (attempt, sequence)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE outcome (
      attempt TEXT NOT NULL PRIMARY KEY REFERENCES attempt (id),
      ended_at TEXT NOT NULL CHECK (ended_at GLOB '????-??-??T??:??:??Z'),
      status TEXT NOT NULL CHECK (status IN ('finished', 'abandoned')),
      passed INTEGER CHECK (passed IN (0, 1)),
      points INTEGER NOT NULL,
      out_of INTEGER,
      percent_hundredths INTEGER,
      ending TEXT,
      summary TEXT NOT NULL
    ) STRICT;

    CREATE TABLE note (
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36 AND id = lower(id)),
      at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
      course TEXT NOT NULL,
      unit TEXT NOT NULL,
      attempt TEXT REFERENCES attempt (id),
      place TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX note_of_course ON note (course, at);

    CREATE TABLE link_visit (
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36 AND id = lower(id)),
      at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
      course TEXT NOT NULL,
      unit TEXT NOT NULL,
      url TEXT NOT NULL
    ) STRICT;
    CREATE INDEX link_visit_of_unit ON link_visit (course, unit);

    CREATE TRIGGER blob_stays BEFORE UPDATE ON blob
      BEGIN SELECT RAISE(ABORT, 'blob only grows'); END;
    CREATE TRIGGER blob_is_kept BEFORE DELETE ON blob
      BEGIN SELECT RAISE(ABORT, 'blob only grows'); END;
    CREATE TRIGGER snapshot_stays BEFORE UPDATE ON snapshot
      BEGIN SELECT RAISE(ABORT, 'snapshot only grows'); END;
    CREATE TRIGGER snapshot_is_kept BEFORE DELETE ON snapshot
      BEGIN SELECT RAISE(ABORT, 'snapshot only grows'); END;
    CREATE TRIGGER snapshot_file_stays BEFORE UPDATE ON snapshot_file
      BEGIN SELECT RAISE(ABORT, 'snapshot_file only grows'); END;
    CREATE TRIGGER snapshot_file_is_kept BEFORE DELETE ON snapshot_file
      BEGIN SELECT RAISE(ABORT, 'snapshot_file only grows'); END;
    CREATE TRIGGER attempt_stays BEFORE UPDATE ON attempt
      BEGIN SELECT RAISE(ABORT, 'attempt only grows'); END;
    CREATE TRIGGER attempt_is_kept BEFORE DELETE ON attempt
      BEGIN SELECT RAISE(ABORT, 'attempt only grows'); END;
    CREATE TRIGGER event_stays BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'event only grows'); END;
    CREATE TRIGGER event_is_kept BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'event only grows'); END;
    CREATE TRIGGER outcome_stays BEFORE UPDATE ON outcome
      BEGIN SELECT RAISE(ABORT, 'outcome only grows'); END;
    CREATE TRIGGER outcome_is_kept BEFORE DELETE ON outcome
      BEGIN SELECT RAISE(ABORT, 'outcome only grows'); END;
    CREATE TRIGGER note_stays BEFORE UPDATE ON note
      BEGIN SELECT RAISE(ABORT, 'note only grows'); END;
    CREATE TRIGGER note_is_kept BEFORE DELETE ON note
      BEGIN SELECT RAISE(ABORT, 'note only grows'); END;
    CREATE TRIGGER link_visit_stays BEFORE UPDATE ON link_visit
      BEGIN SELECT RAISE(ABORT, 'link_visit only grows'); END;
    CREATE TRIGGER link_visit_is_kept BEFORE DELETE ON link_visit
      BEGIN SELECT RAISE(ABORT, 'link_visit only grows'); END;
    """
}

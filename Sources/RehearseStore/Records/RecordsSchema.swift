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

  static let migrations: [(name: String, sql: String)] = [("v1", v1), ("v2", v2)]

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

  /// Certificates, and what vouches for them.
  private static let v2 = """
    CREATE TABLE learner (
      id INTEGER NOT NULL PRIMARY KEY,
      at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
      name TEXT NOT NULL
    ) STRICT;

    CREATE TABLE credential (
      id TEXT NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('certificate', 'enrolment', 'endorsement')),
      level TEXT CHECK (level IN ('provisional', 'completed')),
      course TEXT,
      certification TEXT,
      issuer TEXT NOT NULL,
      subject TEXT NOT NULL,
      about TEXT,
      valid_from TEXT NOT NULL CHECK (valid_from GLOB '????-??-??T??:??:??Z'),
      valid_until TEXT CHECK (valid_until GLOB '????-??-??T??:??:??Z'),
      body TEXT NOT NULL,
      at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z')
    ) STRICT;
    CREATE INDEX credential_of_certification ON credential (course, certification);
    CREATE INDEX credential_about ON credential (about);
    CREATE INDEX credential_of_subject ON credential (subject);

    CREATE TABLE issued (
      credential TEXT NOT NULL PRIMARY KEY REFERENCES credential (id),
      list TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      UNIQUE (list, position)
    ) STRICT;

    CREATE TABLE revocation (
      credential TEXT NOT NULL PRIMARY KEY,
      at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
      reason TEXT NOT NULL
    ) STRICT;

    CREATE TABLE status_list (
      list TEXT NOT NULL,
      valid_from TEXT NOT NULL CHECK (valid_from GLOB '????-??-??T??:??:??Z'),
      body TEXT NOT NULL,
      at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
      PRIMARY KEY (list, valid_from, body)
    ) STRICT;

    CREATE TABLE trust_file (
      id INTEGER NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version >= 1),
      body TEXT,
      at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z')
    ) STRICT;

    CREATE TABLE sealed (
      digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
      source TEXT NOT NULL REFERENCES snapshot (digest),
      at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z')
    ) STRICT;

    CREATE TRIGGER learner_stays BEFORE UPDATE ON learner
      BEGIN SELECT RAISE(ABORT, 'learner only grows'); END;
    CREATE TRIGGER learner_is_kept BEFORE DELETE ON learner
      BEGIN SELECT RAISE(ABORT, 'learner only grows'); END;
    CREATE TRIGGER credential_stays BEFORE UPDATE ON credential
      BEGIN SELECT RAISE(ABORT, 'credential only grows'); END;
    CREATE TRIGGER credential_is_kept BEFORE DELETE ON credential
      BEGIN SELECT RAISE(ABORT, 'credential only grows'); END;
    CREATE TRIGGER issued_stays BEFORE UPDATE ON issued
      BEGIN SELECT RAISE(ABORT, 'issued only grows'); END;
    CREATE TRIGGER issued_is_kept BEFORE DELETE ON issued
      BEGIN SELECT RAISE(ABORT, 'issued only grows'); END;
    CREATE TRIGGER revocation_stays BEFORE UPDATE ON revocation
      BEGIN SELECT RAISE(ABORT, 'revocation only grows'); END;
    CREATE TRIGGER revocation_is_kept BEFORE DELETE ON revocation
      BEGIN SELECT RAISE(ABORT, 'revocation only grows'); END;
    CREATE TRIGGER status_list_stays BEFORE UPDATE ON status_list
      BEGIN SELECT RAISE(ABORT, 'status_list only grows'); END;
    CREATE TRIGGER status_list_is_kept BEFORE DELETE ON status_list
      BEGIN SELECT RAISE(ABORT, 'status_list only grows'); END;
    CREATE TRIGGER trust_file_stays BEFORE UPDATE ON trust_file
      BEGIN SELECT RAISE(ABORT, 'trust_file only grows'); END;
    CREATE TRIGGER trust_file_is_kept BEFORE DELETE ON trust_file
      BEGIN SELECT RAISE(ABORT, 'trust_file only grows'); END;
    CREATE TRIGGER sealed_stays BEFORE UPDATE ON sealed
      BEGIN SELECT RAISE(ABORT, 'sealed only grows'); END;
    CREATE TRIGGER sealed_is_kept BEFORE DELETE ON sealed
      BEGIN SELECT RAISE(ABORT, 'sealed only grows'); END;
    """
}

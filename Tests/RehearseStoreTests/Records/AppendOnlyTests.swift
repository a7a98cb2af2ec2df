import Foundation
import Testing

@testable import RehearseStore

@Suite("Tables that only grow") struct AppendOnlyTests {
  let records: RecordsDatabase

  init() throws {
    records = try RecordsDatabase.inMemory()
    let snapshot = try records.withSnapshot()
    try records.begin(
      attempt(1, snapshot: snapshot), events: events(1...1), outcome: outcome(at: 2))
    try records.add(
      NoteRecord(id: uuid(2), at: time(1), course: "c", unit: "u", place: "p", text: "t"))
    try records.add(LinkVisitRecord(id: uuid(3), at: time(1), course: "c", unit: "u", url: "x"))
    try records.setLearnerName("Ines Ortega", at: time(1))
    try Certificates(records).add(certificate(1))
    let digest = String(repeating: "0", count: 64)
    try records.write { db in
      try db.execute(
        sql: """
          INSERT INTO issued VALUES ('\(certificate(1).id)', 'l', 0);
          INSERT INTO revocation VALUES ('\(certificate(1).id)', '\(time(1))', 'r');
          INSERT INTO status_list VALUES ('l', '\(time(1))', 'b', '\(time(1))');
          INSERT INTO trust_file VALUES (1, 1, 'b', '\(time(1))');
          INSERT INTO sealed VALUES ('\(digest)', '\(snapshot)', '\(time(1))');
          """)
    }
  }

  static let tables = [
    "blob", "snapshot", "snapshot_file", "attempt", "event", "outcome", "note", "link_visit",
    "learner", "credential", "issued", "revocation", "status_list", "trust_file",
    "sealed",
  ]

  @Test(arguments: tables)
  func rowsStayAsTheyAre(table: String) throws {
    let before = try rows(of: table)
    #expect(before.count == 1)
    let columns = try records.read { db in try db.columns(in: table).map(\.name) }
    for column in columns {
      try refused("UPDATE \(table) SET \(column) = \(column)", table)
    }
    try refused("DELETE FROM \(table)", table)
    try refused("INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)", table)
    try refused("REPLACE INTO \(table) SELECT * FROM \(table)", table)
    #expect(try rows(of: table) == before)
  }

  /// A table that a later migration adds has to be looked at here.
  @Test func everyTableIsKnown() throws {
    let tables = try records.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    }
    #expect(tables == (Self.tables + ["course", "grdb_migrations"]).sorted())
  }

  private func rows(of table: String) throws -> [String] {
    try records.read { db in
      let columns = try db.columns(in: table).map { "quote(\($0.name))" }
      return try String.fetchAll(
        db, sql: "SELECT \(columns.joined(separator: " || ',' || ")) FROM \(table)")
    }
  }

  private func refused(_ sql: String, _ table: String) throws {
    let error = #expect(throws: StoreError.self) {
      try records.write { try $0.execute(sql: sql) }
    }
    #expect(error == .cannotWrite(path: ":memory:", detail: "\(table) only grows"), "\(sql)")
  }
}

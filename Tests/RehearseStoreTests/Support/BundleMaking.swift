import Foundation
import Testing

@testable import RehearseStore

/// A small course without findings.
let smallCourse = [
  "course.md": """
  ---
  kind: course
  title: Two pages
  id: two-pages
  version: 1.0
  ---

  - [First](first.md)
  - [Second](more/second.md)

  """,
  "first.md": "---\nkind: lesson\ntitle: First\n---\n\nOne.\n",
  "more/second.md": "---\nkind: lesson\ntitle: Second\n---\n\nTwo.\n",
  "empty.txt": "",
]

func packed(_ files: [String: String]) throws -> PackedCourse {
  try PackedCourse(files.map { PackedCourse.File(path: $0.key, bytes: Array($0.value.utf8)) })
}

/// A bundle as somebody else may make it: with any content, and nothing checked.
func unchecked(_ files: [String: String], manifest: String) -> [UInt8] {
  SQLiteArchive.bytes(
    of: files.map { ($0.key, Array($0.value.utf8)) } + [(".manifest", Array(manifest.utf8))])
}

func manifest(
  of files: [String: String], id: String = "two-pages", version: String? = "1.0",
  title: String = "Two pages", digest: String? = nil
) -> String {
  let list = CourseDigest(
    files: files.map { .init(path: $0.key, digest: SHA256Digest.hex(of: Array($0.value.utf8))) })
  return "# rehearse bundle 1\n# id: \(id)\n" + (version.map { "# version: \($0)\n" } ?? "")
    + "# title: \(title)\n# digest: \(digest ?? list.hex)\n" + list.manifest
}

extension TemporaryFolder {
  /// A good bundle, changed with SQLite: its tables are those of the database `b`.
  func bundle(changedBy sql: String) throws -> [UInt8] {
    let path = try write(CourseBundle.bytes(of: packed(smallCourse)), to: "changed.rehearse")
    try RecordsDatabase.inMemory().queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH ? AS b", arguments: [path])
      try db.execute(sql: sql)
      try db.execute(sql: "DETACH b")
    }
    return try bytes(path)
  }
}

import Foundation
import Testing

@testable import RehearseStore

@Suite("What errors say") struct StoreErrorTests {
  static let table: [(StoreError, message: String, help: String, exitCode: Int32)] = [
    (
      .diskFull(path: "/d/r"), "There is no space left on the disk to write /d/r.",
      "Free some space and go on. Nothing that you confirmed before is lost.", 73
    ),
    (
      .readOnly(path: "/d/r"), "/d/r is on a disk that can only be read.",
      "Use a folder that can be written; REHEARSE_HOME says where your record is. "
        + "Nothing that you confirmed before is lost.", 73
    ),
    (
      .noPermission(path: "/d/r"), "You have no permission to use /d/r.",
      "Ask for permission, or use a folder of your own; REHEARSE_HOME says where your record is. "
        + "Nothing that you confirmed before is lost.", 73
    ),
    (
      .damaged(path: "/d/r", detail: "malformed"), "/d/r is damaged (malformed).",
      "Restore your latest backup. The damaged file is kept aside when you do.", 65
    ),
    (
      .notOurs(path: "/d/r"), "/d/r is not a record that Rehearse wrote.",
      "Move the file away, or set REHEARSE_HOME to another folder.", 65
    ),
    (
      .newer(path: "/d/r"), "/d/r was written by a later version of Rehearse.",
      "Install the latest Rehearse, and open it again. Nothing in the record was changed.", 65
    ),
    (
      .busy(path: "/d/r"), "Another program is using /d/r.",
      "Close the other one, or wait until it is done, and try again. "
        + "Nothing that you confirmed before is lost.", 73
    ),
    (
      .exists(path: "/b"), "There is a file /b already.",
      "Choose another name, or replace it with `--replace`.", 73
    ),
    (.sameFile(path: "/d/r"), "/d/r is the record itself.", "Choose another file.", 65),
    (
      .cannotRead(path: "/d/r", detail: "why"), "/d/r cannot be read (why).",
      "Check the disk and the path, and try again. If it stays so, restore your latest backup.", 74
    ),
    (
      .cannotWrite(path: "/d/r", detail: "why"), "/d/r cannot be written (why).",
      "Check the disk and the path, and try again. Nothing that you confirmed before is lost.", 73
    ),
    (
      .backupRefused(.damaged(path: "/b", detail: "why")), "/b is damaged (why).",
      "Choose another backup. Your record is as it was.", 65
    ),
    (
      .backupRefused(.newer(path: "/b")), "/b was written by a later version of Rehearse.",
      "Install the latest Rehearse, or choose another backup. Your record is as it was.", 65
    ),
    (
      .backupRefused(.cannotRead(path: "/b", detail: "why")), "/b cannot be read (why).",
      "Check the path and the permissions, or choose another backup. Your record is as it was.", 74
    ),
    (
      .conflict(attempt: "1a", sequence: 0), "Attempt 1a has begun already.",
      "Begin a new attempt.", 73
    ),
    (
      .conflict(attempt: "1a", sequence: 4),
      "Attempt 1a went on in another window: it already has step 4.",
      "Go on in the other window, or close it and open the attempt again here.", 73
    ),
    (
      .ended(attempt: "1a"), "Attempt 1a has ended and takes no more answers.",
      "Look at its debrief, or begin a new attempt.", 73
    ),
    (
      .gap(attempt: "1a", expected: 4, found: 6),
      "Attempt 1a goes on with step 4, and step 6 was given.",
      "Open the attempt again. Nothing that you confirmed before is lost.", 73
    ),
    (
      .noSuchAttempt(id: "1a"), "There is no attempt 1a.",
      "`rehearse debrief --list` shows the attempts with their ids.", 65
    ),
    (
      .ambiguousAttempt(prefix: "1a", count: 3), "3 attempts begin with 1a.",
      "Give more of the id.", 65
    ),
    (
      .noSuchSnapshot(digest: "1a"), "The record keeps no course content with the digest 1a.",
      "Install the course again, and try once more.", 65
    ),
  ]

  @Test(arguments: table)
  func wording(error: StoreError, message: String, help: String, exitCode: Int32) {
    #expect(error.message == message)
    #expect(error.help == help)
    #expect(error.exitCode == exitCode)
  }

  /// Numbers from <https://www.sqlite.org/rescode.html>.
  static let codes: [(code: Int32, StoreError.Operation, StoreError)] = [
    (13, .writing, .diskFull(path: "/r")),
    (11, .reading, .damaged(path: "/r", detail: "why")),
    (11 | 1 << 8, .reading, .damaged(path: "/r", detail: "why")),
    (26, .reading, .damaged(path: "/r", detail: "why")),
    (10 | 33 << 8, .reading, .damaged(path: "/r", detail: "why")),
    (5, .writing, .busy(path: "/r")),
    (5 | 2 << 8, .reading, .busy(path: "/r")),
    (6, .reading, .busy(path: "/r")),
    (3, .writing, .noPermission(path: "/r")),
    (10 | 1 << 8, .writing, .cannotRead(path: "/r", detail: "why")),
    (10 | 2 << 8, .writing, .cannotRead(path: "/r", detail: "why")),
    (10 | 3 << 8, .writing, .cannotWrite(path: "/r", detail: "why")),
    (10 | 4 << 8, .writing, .cannotWrite(path: "/r", detail: "why")),
    (14, .reading, .cannotRead(path: "/r", detail: "why")),
    (19, .writing, .cannotWrite(path: "/r", detail: "why")),
    (1, .reading, .damaged(path: "/r", detail: "why")),
    (21, .reading, .cannotRead(path: "/r", detail: "why")),
  ]

  @Test(arguments: codes)
  func whatSQLiteMeans(code: Int32, operation: StoreError.Operation, error: StoreError) {
    #expect(StoreError.sqlite(code, "why", at: "/r", operation) == error)
  }

  @Test(arguments: [
    (ENOSPC, StoreError.diskFull(path: "/r")), (EDQUOT, .diskFull(path: "/r")),
    (EROFS, .readOnly(path: "/r")), (EACCES, .noPermission(path: "/r")),
    (EPERM, .noPermission(path: "/r")), (EEXIST, .exists(path: "/r")),
    (EIO, .cannotWrite(path: "/r", detail: "Input/output error")),
  ])
  func whatTheSystemMeans(code: Int32, error: StoreError) {
    #expect(StoreError(SystemError(code: code, path: "/r"), .writing) == error)
  }

  @Test func whatCannotBeReadCannotBeRead() {
    #expect(
      StoreError(SystemError(code: EIO, path: "/r"), .reading)
        == .cannotRead(path: "/r", detail: "Input/output error"))
  }
}

/// What can go wrong with the record of a learner, with what is needed to say so.
///
/// Whatever is thrown, nothing of the refused call was kept, and everything kept before still is.
package enum StoreError: Error, Equatable, Sendable {
  /// The disk, or the quota on it, is used up.
  case diskFull(path: String)
  /// The disk can only be read.
  case readOnly(path: String)
  /// The system does not let this user have the file.
  case noPermission(path: String)
  /// The file is not whole any more.
  case damaged(path: String, detail: String)
  /// The file is something else than a record.
  case notOurs(path: String)
  /// The record was written by a later version of the program.
  case newer(path: String)
  /// Another program is using the record.
  case busy(path: String)
  /// There is a file with that name.
  case exists(path: String)
  /// The two paths lead to one file.
  case sameFile(path: String)
  case cannotRead(path: String, detail: String)
  case cannotWrite(path: String, detail: String)
  /// The file was not taken as a backup, for the reason that is given.
  indirect case backupRefused(StoreError)

  /// The attempt went on elsewhere: the event with this number is there already. Number 0 is the
  /// beginning of the attempt.
  case conflict(attempt: String, sequence: Int)
  /// The attempt has an outcome, and takes no more events.
  case ended(attempt: String)
  /// The events do not continue where the attempt stands.
  case gap(attempt: String, expected: Int, found: Int)
  case noSuchAttempt(id: String)
  /// The beginning of the id fits several attempts.
  case ambiguousAttempt(prefix: String, count: Int)
  case noSuchSnapshot(digest: String)
}

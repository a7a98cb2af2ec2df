extension StoreError: ExplainedError {
  package var message: String {
    switch self {
    case .diskFull(let path):
      "There is no space left on the disk to write \(path)."
    case .readOnly(let path):
      "\(path) is on a disk that can only be read."
    case .noPermission(let path):
      "You have no permission to use \(path)."
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail))."
    case .notOurs(let path):
      "\(path) is not a record that Rehearse wrote."
    case .newer(let path):
      "\(path) was written by a later version of Rehearse."
    case .busy(let path):
      "Another program is using \(path)."
    case .exists(let path):
      "There is a file \(path) already."
    case .sameFile(let path):
      "\(path) is the record itself."
    case .cannotRead(let path, let detail):
      "\(path) cannot be read (\(detail))."
    case .cannotWrite(let path, let detail):
      "\(path) cannot be written (\(detail))."
    case .backupRefused(let reason):
      reason.message
    case .conflict(let attempt, sequence: 0):
      "Attempt \(attempt) has begun already."
    case .conflict(let attempt, let sequence):
      "Attempt \(attempt) went on in another window: it already has step \(sequence)."
    case .ended(let attempt):
      "Attempt \(attempt) has ended and takes no more answers."
    case .gap(let attempt, let expected, let found):
      "Attempt \(attempt) goes on with step \(expected), and step \(found) was given."
    case .noSuchAttempt(let id):
      "There is no attempt \(id)."
    case .ambiguousAttempt(let prefix, let count):
      "\(count) attempts begin with \(prefix)."
    case .noSuchSnapshot(let digest):
      "The record keeps no course content with the digest \(digest)."
    }
  }

  package var help: String {
    switch self {
    case .diskFull:
      "Free some space and go on. Nothing that you confirmed before is lost."
    case .readOnly:
      "Use a folder that can be written; REHEARSE_HOME says where your record is. "
        + "Nothing that you confirmed before is lost."
    case .noPermission:
      "Ask for permission, or use a folder of your own; REHEARSE_HOME says where your record is. "
        + "Nothing that you confirmed before is lost."
    case .damaged:
      "Restore your latest backup. The damaged file is kept aside when you do."
    case .notOurs:
      "Move the file away, or set REHEARSE_HOME to another folder."
    case .newer:
      "Install the latest Rehearse, and open it again. Nothing in the record was changed."
    case .busy:
      "Close the other one, or wait until it is done, and try again. "
        + "Nothing that you confirmed before is lost."
    case .exists:
      "Choose another name, or replace it with `--replace`."
    case .sameFile:
      "Choose another file."
    case .cannotRead:
      "Check the disk and the path, and try again. If it stays so, restore your latest backup."
    case .cannotWrite:
      "Check the disk and the path, and try again. Nothing that you confirmed before is lost."
    case .backupRefused(.noPermission), .backupRefused(.cannotRead):
      "Check the path and the permissions, or choose another backup. Your record is as it was."
    case .backupRefused(.newer):
      "Install the latest Rehearse, or choose another backup. Your record is as it was."
    case .backupRefused:
      "Choose another backup. Your record is as it was."
    case .conflict(_, sequence: 0):
      "Begin a new attempt."
    case .conflict:
      "Go on in the other window, or close it and open the attempt again here."
    case .ended:
      "Look at its debrief, or begin a new attempt."
    case .gap:
      "Open the attempt again. Nothing that you confirmed before is lost."
    case .noSuchAttempt:
      "`rehearse debrief --list` shows the attempts with their ids."
    case .ambiguousAttempt:
      "Give more of the id."
    case .noSuchSnapshot:
      "Install the course again, and try once more."
    }
  }

  package var exitCode: Int32 {
    switch self {
    case .backupRefused(.noPermission), .backupRefused(.cannotRead): 74
    case .damaged, .notOurs, .newer, .backupRefused, .sameFile: 65
    case .noSuchAttempt, .ambiguousAttempt, .noSuchSnapshot: 65
    case .cannotRead: 74
    case .diskFull, .readOnly, .noPermission, .busy, .exists, .cannotWrite: 73
    case .conflict, .ended, .gap: 73
    }
  }
}

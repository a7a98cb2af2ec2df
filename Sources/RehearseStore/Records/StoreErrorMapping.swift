internal import GRDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension StoreError {
  enum Operation { case reading, writing }

  init(_ error: SystemError, _ operation: Operation) {
    switch error.code {
    case ENOSPC, EDQUOT: self = .diskFull(path: error.path)
    case EROFS: self = .readOnly(path: error.path)
    case EACCES, EPERM: self = .noPermission(path: error.path)
    case EEXIST: self = .exists(path: error.path)
    default:
      self =
        operation == .reading
        ? .cannotRead(path: error.path, detail: error.detail)
        : .cannotWrite(path: error.path, detail: error.detail)
    }
  }

  /// What SQLite says about the database at `path` (<https://www.sqlite.org/rescode.html>).
  init(_ error: any Error, at path: String, _ operation: Operation) {
    switch error {
    case let error as StoreError: self = error
    case let error as SystemError: self = StoreError(error, operation)
    case is TextWithNUL:
      self = .cannotWrite(path: path, detail: "a text has a NUL character in it")
    case let error as DatabaseError:
      let code = error.extendedResultCode.rawValue
      self = Self.sqlite(code, error.message ?? "SQLite error \(code)", at: path, operation)
    default:
      // The rows of a whole database always decode.
      self = .damaged(path: path, detail: "a value is not of its kind")
    }
  }

  /// - Parameter code: an extended result code.
  static func sqlite(
    _ code: Int32, _ detail: String, at path: String, _ operation: Operation
  ) -> StoreError {
    let code = ResultCode(rawValue: code)
    switch code {
    case .SQLITE_IOERR_CORRUPTFS:
      return .damaged(path: path, detail: detail)
    case .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ:
      return obstacle(at: path, detail, .reading)
    default: break
    }
    switch code.primaryResultCode {
    case .SQLITE_FULL: return .diskFull(path: path)
    // The program's own SQL is right, so a general error means that the tables are not.
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR: return .damaged(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH: return .noPermission(path: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_IOERR:
      return obstacle(at: path, detail, operation)
    default:
      return operation == .reading
        ? .cannotRead(path: path, detail: detail) : .cannotWrite(path: path, detail: detail)
    }
  }

  /// SQLite keeps the system's reason to itself, so the file and its folder are asked again.
  private static func obstacle(
    at path: String, _ detail: String, _ operation: Operation
  ) -> StoreError {
    if operation == .writing, DiskFile.isOnReadOnlyMount(path) { return .readOnly(path: path) }
    if operation == .writing, let free = DiskFile.freeBytes(at: path), free < 64 << 10 {
      return .diskFull(path: path)
    }
    let place = DiskFile.exists(path) ? path : DiskFile.folder(of: path)
    if access(place, operation == .writing ? R_OK | W_OK : R_OK) != 0, errno == EACCES {
      return .noPermission(path: path)
    }
    return operation == .reading
      ? .cannotRead(path: path, detail: detail) : .cannotWrite(path: path, detail: detail)
  }
}

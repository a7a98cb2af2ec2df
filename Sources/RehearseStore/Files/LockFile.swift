#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Says that this program has the record open, for as long as the value lives. The system lets go
/// of the lock when the program ends, however it ends.
///
/// Every program that uses the record holds it together with the others; a restore, which puts
/// another file in the place of the record, must have it alone.
final class LockFile: Sendable {
  enum Use { case together, alone }

  private let descriptor: Int32

  /// - Parameter record: the file that the lock is for, which errors name.
  /// - Throws: `.busy` if another program holds it in a way that excludes this one, and still does
  ///   after `patience`; otherwise what is wrong with the folder.
  init(
    _ path: String, _ use: Use, record: String, patience: Duration
  ) throws(StoreError) {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw StoreError(SystemError.last(record), .writing) }
    let deadline = ContinuousClock.now + patience
    while flock(opened, (use == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
      let failure = SystemError.last(record)
      // A file system that knows no locks (some network shares) gives no protection to ask for.
      if failure.code == ENOLCK || failure.code == ENOTSUP || failure.code == ENOSYS { break }
      guard failure.code == EWOULDBLOCK || failure.code == EINTR else {
        close(opened)
        throw StoreError(failure, .writing)
      }
      guard ContinuousClock.now < deadline else {
        close(opened)
        throw .busy(path: record)
      }
      usleep(20_000)
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}

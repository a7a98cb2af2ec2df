import Foundation
import Glibc

/// Reads messages from standard input, writes messages to standard output, and checks courses when
/// the keys rest. One thread does it all, so that everything happens in the order of the messages.
enum LanguageServerLoop {
  /// Returns the exit status: 0 if the editor said goodbye as it should, and 1 otherwise.
  static func run() -> Int32 {
    // An editor that is gone is an end of output, and nothing to die of.
    signal(SIGPIPE, SIG_IGN)
    let start = ContinuousClock.now
    var framing = MessageFraming()
    var isBroken = false
    var server = LanguageServer { message in
      var bytes = Array("Content-Length: \(message.count)\r\n\r\n".utf8)
      bytes += message
      if !write(bytes) { isBroken = true }
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while !isBroken {
      let wait = server.schedule.next.map { $0 - (ContinuousClock.now - start) }
      // Messages come first, but not for ever.
      let isOverdue = wait.map { $0 < .zero - CheckSchedule.patience } ?? false
      guard !isOverdue, isReadable(within: wait) else {
        server.check(at: ContinuousClock.now - start)
        continue
      }
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return 1 }
      framing.feed(chunk[..<count])
      while let frame = framing.next() {
        server.receive(frame, at: ContinuousClock.now - start)
        if let status = server.exitStatus { return status }
      }
    }
    return 1
  }

  /// Waits for input; false where none came in that time.
  private static func isReadable(within time: Duration?) -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var milliseconds: Int32 = -1
    if let time {
      let (seconds, attoseconds) = max(time, .zero).components
      let whole = seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
      milliseconds = Int32(clamping: whole)
    }
    return poll(&input, 1, milliseconds) > 0
  }

  private static func write(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0 {
        guard errno == EINTR || errno == EAGAIN else { return false }
        continue
      }
      done += count
    }
    return true
  }
}

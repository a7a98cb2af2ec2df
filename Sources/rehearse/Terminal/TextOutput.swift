import Glibc

/// Where a console's text goes: a file descriptor, unbuffered, or memory.
final class TextOutput {
  /// What was written, where it was written to memory.
  private(set) var text = ""
  /// Whether the other end is gone. What is written then is dropped.
  private(set) var isClosed = false
  private let descriptor: Int32?

  /// Text for memory.
  init() { descriptor = nil }

  init(descriptor: Int32) {
    self.descriptor = descriptor
    // Writing to a closed pipe is to fail, not to kill the program.
    signal(SIGPIPE, SIG_IGN)
  }

  var isTerminal: Bool { descriptor.map { isatty($0) == 1 } ?? false }

  func write(_ string: String) {
    guard let descriptor else {
      text += string
      return
    }
    guard !isClosed else { return }
    // What others put into the buffers of the C library comes first.
    fflush(nil)
    var string = string
    string.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if count < 0, errno == EAGAIN {
          waitUntilWritable(descriptor)
        } else if count == 0 || errno != EINTR {
          isClosed = true
          return
        }
      }
    }
  }

  private func waitUntilWritable(_ descriptor: Int32) {
    var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&watched, 1, 1000)
  }

  /// The size of the terminal, as far as it knows: a serial line says nothing.
  var terminalSize: (columns: Int?, rows: Int?) {
    var size = winsize()
    guard let descriptor, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return (nil, nil) }
    return (
      size.ws_col > 0 ? Int(size.ws_col) : nil, size.ws_row > 0 ? Int(size.ws_row) : nil
    )
  }

  /// The size to lay out for: the terminal's, else `COLUMNS`, else 80 columns without end.
  func size(environment: [String: String]) -> (columns: Int, rows: Int?) {
    let known = terminalSize
    let columns = known.columns ?? environment["COLUMNS"].flatMap { Int($0) }
    let isUsable = columns.map { (1...10_000).contains($0) } ?? false
    return (isUsable ? columns ?? 80 : 80, isTerminal ? known.rows ?? 24 : nil)
  }
}

import Foundation
import Testing

/// The program in a terminal of its own, with a test at the keyboard.
final class TerminalSession {
  let child: Child
  private let keyboard: Int32
  private var output: ChildOutput
  /// All that came, sequences and all.
  private(set) var everything = ""

  init(
    _ arguments: [String], home: String, columns: UInt16 = 80, rows: UInt16 = 200,
    environment: [String: String] = [:]
  ) throws {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // `unlockpt` and `ptsname`, which the module of the C library leaves out, by their requests
    // TIOCSPTLCK and TIOCGPTN.
    var lock: Int32 = 0
    var number: Int32 = 0
    try #require(ioctl(keyboard, 0x4004_5431, &lock) == 0)
    try #require(ioctl(keyboard, 0x8004_5430, &number) == 0)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(keyboard, UInt(TIOCSWINSZ), &size) == 0)
    output = ChildOutput(keyboard)
    let device = "/dev/pts/\(number)"
    child = try Child(
      [Program.path] + arguments, home: home,
      environment: ["TERM": "xterm-256color"].merging(environment) { $1 }, isSession: true
    ) { actions in
      // The first terminal that the leader of a session opens is the session's.
      for descriptor: Int32 in 0...2 {
        posix_spawn_file_actions_addopen(&actions, descriptor, device, O_RDWR, 0)
      }
    }
  }

  deinit {
    child.kill()
    _ = try? child.waitForEnd()
    close(keyboard)
  }

  func type(_ keys: String) {
    let bytes = [UInt8](keys.utf8)
    _ = write(keyboard, bytes, bytes.count)
  }

  /// Types, and waits until words come after it. What came is what the answer is; sequences and the
  /// returns of the carriage are left out.
  @discardableResult
  func type(
    _ keys: String, until words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    output.forget()
    type(keys)
    return try wait(for: words, sourceLocation: sourceLocation)
  }

  @discardableResult
  func wait(
    for words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let found = output.wait { Self.readable($0).contains(words) }
    // The rest of what belongs to it.
    while case let before = output.text, !output.isAtEnd {
      output.read(milliseconds: 30)
      if output.text == before { break }
    }
    let text = Self.readable(output.text)
    everything += output.text
    output.forget()
    try #require(found, "“\(words)” did not come after:\n\(text)", sourceLocation: sourceLocation)
    return text
  }

  func resize(columns: UInt16, rows: UInt16 = 24) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(keyboard, UInt(TIOCSWINSZ), &size) == 0)
  }

  /// The status that the program ends with.
  func end() throws -> Int32 {
    _ = output.wait { _ in false }
    everything += output.text
    return try child.waitForEnd()
  }

  static func readable(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;?]*[a-zA-Z]/, with: "").replacingOccurrences(of: "\r", with: "")
  }
}

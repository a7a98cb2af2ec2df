import Foundation
import RehearseStore

/// Asks for a passphrase at the terminal without showing it, or takes it from the file that
/// `REHEARSE_PASSPHRASE_FILE` names.
struct PassphraseEntry {
  static let variable = "REHEARSE_PASSPHRASE_FILE"
  static let maximumBytes = 1_024

  var environment: [String: String]

  /// Of a key that there is.
  func existing(_ name: String) throws -> String {
    try fromFile() ?? Self.ask("Passphrase of the key “\(name)”: ")
  }

  /// For a new key: asked for twice, since nobody sees what they type.
  func new(_ name: String) throws -> String {
    if let given = try fromFile() { return given }
    let first = try Self.ask("New passphrase for the key “\(name)”: ")
    guard try Self.ask("Once more: ") == first else { throw PassphraseFailure.different }
    return first
  }

  /// The first line.
  private func fromFile() throws -> String? {
    guard let path = environment[Self.variable], !path.isEmpty else { return nil }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw PassphraseFailure.unreadable(path)
    }
    defer { try? file.close() }
    guard let data = try? file.read(upToCount: Self.maximumBytes),
      let text = String(validating: data, as: UTF8.self)
    else { throw PassphraseFailure.unreadable(path) }
    return String(text.prefix { !$0.isNewline })
  }

  private static func ask(_ question: String) throws -> String {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { throw PassphraseFailure.noTerminal }
    defer { close(terminal) }
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { throw PassphraseFailure.noTerminal }
    // Held until the echo is back: a signal must not leave a terminal that shows nothing.
    let signals = TerminalSignals()
    var silent = modes
    silent.c_lflag &= ~tcflag_t(ECHO)
    silent.c_lflag |= tcflag_t(ECHONL | ICANON)
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { throw PassphraseFailure.noTerminal }
    defer { tcsetattr(terminal, TCSAFLUSH, &modes) }
    let bytes = Array(question.utf8)
    _ = write(terminal, bytes, bytes.count)
    let wait = InputWait(descriptor: terminal, isTerminal: true, signals: signals)
    while true {
      switch wait.next(until: nil) {
      case .readable: return try line(of: terminal)
      case .signal(SIGWINCH), .timedOut: continue
      case .signal, .closed:
        _ = write(terminal, "\n", 1)
        throw PassphraseFailure.cancelled
      }
    }
  }

  private static func line(of terminal: Int32) throws -> String {
    var bytes = [UInt8](repeating: 0, count: maximumBytes * 4)
    let count = read(terminal, &bytes, bytes.count)
    guard count > 0, bytes[count - 1] == UInt8(ascii: "\n"), count <= maximumBytes,
      let text = String(validating: bytes[..<(count - 1)], as: UTF8.self)
    else { throw PassphraseFailure.cancelled }
    return text
  }
}

enum PassphraseFailure: ExplainedError, Equatable {
  case noTerminal
  case unreadable(String)
  case different
  case cancelled

  var message: String {
    switch self {
    case .noTerminal: "There is no terminal to ask for the passphrase at."
    case .unreadable(let path): "The passphrase in \(path) cannot be read."
    case .different: "The two passphrases are not the same."
    case .cancelled: "No passphrase was given."
    }
  }

  var help: String {
    switch self {
    case .noTerminal:
      "Put it into the first line of a file that only you can read, and name that file in"
        + " \(PassphraseEntry.variable)."
    case .unreadable:
      "\(PassphraseEntry.variable) names a file with the passphrase in its first line."
    case .different, .cancelled: "Nothing was changed. Run the command again."
    }
  }

  var exitCode: Int32 {
    switch self {
    case .noTerminal, .unreadable: 74
    case .different: 65
    case .cancelled: 1
    }
  }
}

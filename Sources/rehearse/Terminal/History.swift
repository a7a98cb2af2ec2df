import Glibc

/// What was typed before, a file for each kind, for the arrow keys. A comfort: where the files
/// cannot be read or written, there is none, and nobody is told.
struct History {
  static let limit = 500

  private let directory: String?
  private var entries: [HistoryKind: [String]] = [:]

  /// `directory` is made when the first line is kept; nil keeps nothing beyond the session.
  init(directory: String?) { self.directory = directory }

  /// Oldest first.
  mutating func lines(of kind: HistoryKind) -> [String] {
    if let known = entries[kind] { return known }
    let read = directory.flatMap { Self.read(Self.path(of: kind, in: $0)) } ?? []
    entries[kind] = read
    return read
  }

  /// Keeps a line, unless it is empty or repeats the one before. An entry is one line: newlines in it
  /// become blanks.
  mutating func add(_ line: String, to kind: HistoryKind) {
    let line = String(line.map { $0.isNewline ? " " : $0 })
    var lines = lines(of: kind)
    guard line.contains(where: { !$0.isWhitespace }), line != lines.last else { return }
    lines.append(line)
    let isFull = lines.count > Self.limit
    if isFull { lines.removeFirst(lines.count - Self.limit) }
    entries[kind] = lines
    guard let directory else { return }
    Self.makeDirectory(directory)
    let path = Self.path(of: kind, in: directory)
    if isFull {
      // Written beside and moved over, so that a power cut leaves the old or the new file.
      let new = path + ".new"
      if Self.write(lines, to: new, flags: O_TRUNC) { rename(new, path) }
    } else {
      _ = Self.write([line], to: path, flags: O_APPEND)
    }
  }

  private static func path(of kind: HistoryKind, in directory: String) -> String {
    "\(directory)/\(kind.rawValue)"
  }

  private static func read(_ path: String) -> [String]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < 8 << 20 {
      let count = Glibc.read(file, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    return [String](lines.suffix(limit))
  }

  private static func write(_ lines: [String], to path: String, flags: Int32) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | flags, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    // What a learner typed is nobody else's.
    guard fchmod(file, 0o600) == 0 else { return false }
    let bytes = [UInt8](lines.map { $0 + "\n" }.joined().utf8)
    return Glibc.write(file, bytes, bytes.count) == bytes.count
  }

  private static func makeDirectory(_ path: String) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o700)
    }
  }
}

/// Where a link leads.
package enum LinkTarget: Equatable, Sendable {
  /// A place in the same file.
  case anchor(String)
  /// Another file of the course, by its path from the course folder.
  case file(String, anchor: String?)
  /// Something outside the course: `https://…`, `mailto:…`.
  case external(String)
  /// A path that leaves the course folder.
  case outside(String)

  /// Reads a link's destination as it stands in the file at `path`.
  package init(_ destination: String, in path: String) {
    if destination.utf8.first == UInt8(ascii: "#") {
      self = .anchor(Self.decode(destination.dropFirst()))
      return
    }
    // Files of the author's own disk are on nobody else's.
    if destination.lowercased().hasPrefix("file:") {
      self = .outside(destination)
      return
    }
    if Self.hasScheme(destination) || destination.hasPrefix("//") {
      self = .external(destination)
      return
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count == 2 ? Self.decode(parts[1]) : nil
    let file = Self.decode(parts.first ?? "")
    var folders = path.split(separator: "/").dropLast().map(String.init)
    guard !file.hasPrefix("/"), !file.contains("\\"), !file.unicodeScalars.contains("\0") else {
      self = .outside(destination)
      return
    }
    for part in file.split(separator: "/") where part != "." {
      if part == ".." {
        guard folders.popLast() != nil else {
          self = .outside(destination)
          return
        }
      } else {
        folders.append(String(part))
      }
    }
    self = .file(folders.joined(separator: "/"), anchor: anchor)
  }

  /// RFC 3986, section 3.1: a letter, then letters, digits, `+`, `-` or `.`, up to a colon.
  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = text.utf8[..<colon]
    guard let first = scheme.first, scheme.count > 1, isLetter(first) else { return false }
    return scheme.allSatisfy {
      isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// `%20` and the like as the characters they stand for.
  private static func decode(_ text: some StringProtocol) -> String {
    guard text.contains("%") else { return String(text) }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        decoded.append(value)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}

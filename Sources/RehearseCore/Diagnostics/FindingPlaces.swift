/// Findings in a text that was read as it stands, where only columns have to be turned from bytes
/// into code points. Looks no further than the last finding: a rule may find one place in a file of
/// many megabytes, where `SourceText` would go over all of it several times.
package struct FindingPlaces {
  private let bytes: [UInt8]

  /// `bytes` are UTF-8 without lines that are too long, as a sound unit has them.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func diagnostics(for findings: [Finding], in path: String) -> [Diagnostic] {
    var resolved: [SourcePosition: SourcePosition] = [:]
    let wanted = Set(findings.flatMap { [$0.range.start, $0.range.end] }).sorted()
    bytes.withUnsafeBufferPointer { bytes in
      var walk = Walk(bytes)
      for position in wanted { resolved[position] = walk.position(position) }
    }
    return findings.map { finding in
      Diagnostic(
        file: path, problem: finding.problem,
        range: SourceRange(
          resolved[finding.range.start] ?? finding.range.start,
          resolved[finding.range.end] ?? finding.range.end))
    }
  }

  private struct Walk {
    let bytes: UnsafeBufferPointer<UInt8>
    var line = 1
    var lineStart = 0
    /// How far the line was counted, and the column there.
    var offset = 0
    var column = 1

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Positions come in rising order.
    mutating func position(_ wanted: SourcePosition) -> SourcePosition {
      while line < wanted.line, nextLine() {}
      let isBehind = wanted.line > line
      let end = isBehind ? bytes.count : lineStart + max(0, Int(wanted.column) - 1)
      while offset < min(end, bytes.count), !isLineEnd(bytes[offset]) {
        // A byte order mark is no character of the first line.
        let isMark = offset < 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        if bytes[offset] & 0xC0 != 0x80, !isMark { column += 1 }
        offset += 1
      }
      return SourcePosition(line: line, column: column)
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// False on the last line.
    private mutating func nextLine() -> Bool {
      var next = offset
      while next < bytes.count, !isLineEnd(bytes[next]) { next += 1 }
      guard next < bytes.count else { return false }
      if bytes[next] == 0x0D, next + 1 < bytes.count, bytes[next + 1] == 0x0A { next += 1 }
      guard next + 1 < bytes.count else { return false }
      line += 1
      lineStart = next + 1
      offset = lineStart
      column = 1
      return true
    }
  }
}

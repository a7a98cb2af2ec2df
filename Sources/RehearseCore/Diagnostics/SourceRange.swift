/// A place in a file: line and column from 1.
///
/// While a file is being read, columns count UTF-8 bytes, as cmark does. A `Diagnostic` that
/// leaves the reader counts Unicode code points, which is what an author sees in an editor.
package struct SourcePosition: Hashable, Sendable, Comparable {
  package var line: Int32
  package var column: Int32

  package init(line: Int, column: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// From `start` up to and not including `end`.
package struct SourceRange: Hashable, Sendable {
  package var start: SourcePosition
  package var end: SourcePosition

  package init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = max(start, end)
  }

  /// The whole of one line, or the part of it that starts at `column` and is `length` bytes long.
  package init(line: Int, column: Int = 1, length: Int = 0) {
    self.init(
      SourcePosition(line: line, column: column),
      SourcePosition(line: line, column: column + length))
  }

  package static let firstCharacter = SourceRange(line: 1)
}

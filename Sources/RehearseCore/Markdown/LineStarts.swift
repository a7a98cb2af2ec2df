/// What the lines of a text begin with, blanks aside.
struct LineStarts {
  private let text: ArraySlice<UInt8>
  /// Where each line begins.
  private var starts: [Int]

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    starts = [text.startIndex]
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        starts.append(text.startIndex + index)
      }
    }
  }

  /// The first byte of a line (from 1) that is no blank, its column (from 1), and how many bytes
  /// stand from there to the end of the line; nil for an empty line.
  func firstByte(of line: Int) -> (byte: UInt8, column: Int, length: Int)? {
    guard starts.indices.contains(line - 1) else { return nil }
    let start = starts[line - 1]
    let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.endIndex
    guard let first = text[start..<end].firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else {
      return nil
    }
    return (text[first], first - start + 1, end - first)
  }
}

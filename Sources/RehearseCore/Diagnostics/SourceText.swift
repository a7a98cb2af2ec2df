/// The text of one course file, made readable: UTF-8 without a byte order mark, with the no-break
/// spaces that word processors leave behind list markers and headings turned into plain ones.
///
/// Every repair keeps the number of bytes, so that positions stay true to the file.
package struct SourceText: Sendable {
  /// A longer file is not read.
  package static let maximumBytes = 16 * 1024 * 1024
  /// A longer line is not read: nobody writes one by hand, and parsers slow down on them.
  package static let maximumLineBytes = 256 * 1024

  package let path: String
  package private(set) var bytes: [UInt8]
  /// Whether nothing of the file could be read.
  private(set) var isUnreadable = false
  /// The offsets, in rising order, of repaired bytes that are no character of their own in the file.
  private var inner: [Int] = []

  /// Takes any bytes at all. What is wrong with them becomes a finding; what can be read stays.
  package init(path: String, bytes raw: [UInt8], findings: inout [Finding]) {
    self.path = path
    self.bytes = raw
    guard raw.count <= Self.maximumBytes else {
      bytes = []
      isUnreadable = true
      findings.append(Finding(.fileTooLarge(bytes: raw.count), at: .firstCharacter))
      return
    }
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      bytes = []
      isUnreadable = true
      findings.append(Finding(.notUTF8(guess: "UTF-16"), at: .firstCharacter))
      return
    }
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.replaceSubrange(0..<3, with: [0x20, 0x20, 0x20])
      inner = [0, 1, 2]
    }
    repairEncoding(&findings)
    blankLongLines(&findings)
    blankCrowdedLines(&findings)
    quietMarkup()
    plainSpacesAfterMarkers()
  }

  /// Replaces each byte that is not UTF-8 with `?`, and reports the first of them.
  private mutating func repairEncoding(_ findings: inout [Finding]) {
    if (try? UTF8Span(validating: bytes.span)) != nil { return }
    var first: Int?
    var index = 0
    var decoder = UTF8.ForwardParser()
    var remaining = bytes[...].makeIterator()
    scan: while true {
      switch decoder.parseScalar(from: &remaining) {
      case .valid(let scalar): index += scalar.count
      case .error(let length):
        if first == nil { first = index }
        for offset in index..<min(index + max(length, 1), bytes.count) { bytes[offset] = 0x3F }
        index += max(length, 1)
      case .emptyInput: break scan
      }
    }
    if let first {
      findings.append(Finding(.notUTF8(guess: nil), at: range(ofByte: first)))
    }
  }

  private mutating func blankLongLines(_ findings: inout [Finding]) {
    guard mayHaveLongLine else { return }
    for (number, line) in lineRanges().enumerated() where line.count > Self.maximumLineBytes {
      findings.append(
        Finding(.lineTooLong(bytes: line.count), at: SourceRange(line: number + 1)))
      for index in line { bytes[index] = 0x20 }
    }
  }

  /// A row of a table takes cmark 0.29 the square of the bars in it.
  package static let maximumBars = 200

  private mutating func blankCrowdedLines(_ findings: inout [Finding]) {
    let bar = UInt8(ascii: "|")
    guard count(bar) > Self.maximumBars else { return }
    for (number, line) in lineRanges().enumerated() where line.count > Self.maximumBars {
      guard bytes[line].count(where: { $0 == bar }) > Self.maximumBars else { continue }
      findings.append(
        Finding(.tooManyBars(limit: Self.maximumBars), at: SourceRange(line: number + 1)))
      for index in line { bytes[index] = 0x20 }
    }
  }

  /// At each `<?` and `<!` cmark 0.29 looks for the end as far as the text goes. A course has no
  /// use for them but comments; more than a few are text.
  package static let maximumMarkup = 200

  private mutating func quietMarkup() {
    // Looked at first: what is not changed is not copied either.
    guard count(UInt8(ascii: "<")) > Self.maximumMarkup else { return }
    var count = 0
    bytes.withUnsafeMutableBufferPointer { bytes in
      for index in bytes.indices.dropLast()
      where bytes[index] == UInt8(ascii: "<")
        && (bytes[index + 1] == UInt8(ascii: "?") || bytes[index + 1] == UInt8(ascii: "!"))
      {
        count += 1
        if count > Self.maximumMarkup { bytes[index] = 0x20 }
      }
    }
  }

  /// A line that is too long covers a whole stretch of half its length: most files are done with
  /// one quick count of their line ends.
  private var mayHaveLongLine: Bool {
    let stretch = Self.maximumLineBytes / 2
    return stride(from: 0, to: bytes.count, by: stretch).contains { start in
      let range = start..<min(start + stretch, bytes.count)
      return range.count == stretch && !has(0x0A, in: range) && !has(0x0D, in: range)
    }
  }

  private func has(_ byte: UInt8, in range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in range where bytes[index] == byte { return true }
      return false
    }
  }

  /// Eight bytes at a time: a byte is zero where neither its low bits carry into its highest one
  /// when 0x7F is added to them, nor that one is set.
  private func count(_ byte: UInt8) -> Int {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
    return bytes.withUnsafeBytes { bytes in
      var count = 0
      var index = 0
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted
        count &+= (~((word & low) &+ low | word | low)).nonzeroBitCount
        index += 8
      }
      while index < bytes.count {
        if bytes[index] == byte { count &+= 1 }
        index += 1
      }
      return count
    }
  }

  /// `- text`, `## text` or `> text` with a no-break space is no list, heading or quote to
  /// CommonMark; to its author it looks like one.
  private mutating func plainSpacesAfterMarkers() {
    // The last bytes of the two kinds of no-break spaces.
    guard count(0xA0) + count(0xAF) > 0 else { return }
    var inner = inner
    bytes.withUnsafeMutableBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        // The blanks and markers that a line begins with …
        while index < bytes.count {
          if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
            bytes[index] = 0x20
            bytes[index + 1] = 0x20
            inner.append(index + 1)
            index += 2
          } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
            bytes[index + 2] == 0xAF
          {
            for offset in 0...2 { bytes[index + offset] = 0x20 }
            inner += [index + 1, index + 2]
            index += 3
          } else if Self.canStandBeforeText(bytes[index]) {
            index += 1
          } else {
            break
          }
        }
        // … and on to the next line.
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        index += 1
      }
    }
    self.inner = inner
  }

  private static func canStandBeforeText(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "."),
      UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "x"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// The lines as CommonMark counts them (ended by LF, CR LF or CR), without their ends.
  package func lineRanges() -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { bytes in
      var lines: [Range<Int>] = []
      var start = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x0A || byte == 0x0D {
          lines.append(start..<index)
          if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
          start = index + 1
        }
        index += 1
      }
      if start < bytes.count || lines.isEmpty { lines.append(start..<bytes.count) }
      return lines
    }
  }

  private func range(ofByte offset: Int) -> SourceRange {
    let lines = lineRanges()
    let number = lines.lastIndex { $0.lowerBound <= offset } ?? 0
    return SourceRange(line: number + 1, column: offset - lines[number].lowerBound + 1, length: 1)
  }

  /// Findings with byte columns as diagnostics whose columns count code points, each inside the
  /// file, in the order of the text.
  package func diagnostics(for findings: [Finding]) -> [Diagnostic] {
    guard !findings.isEmpty else { return [] }
    let lines = lineRanges()
    func offset(_ position: SourcePosition) -> (line: Int, offset: Int) {
      let line = min(max(Int(position.line), 1), lines.count)
      let range = lines[line - 1]
      let upTo =
        position.line > line ? range.count : min(max(Int(position.column) - 1, 0), range.count)
      return (line, range.lowerBound + upTo)
    }
    // In one walk from place to place: a line may be long, and have a finding at every word.
    var columns: [Int: Int] = [:]
    var here = (line: 0, offset: 0, column: 1)
    let places = findings.flatMap { [offset($0.range.start), offset($0.range.end)] }
    for place in places.sorted(by: { $0.offset < $1.offset }) {
      if place.line != here.line { here = (place.line, lines[place.line - 1].lowerBound, 1) }
      here.column += characters(in: here.offset..<place.offset)
      here.offset = place.offset
      columns[place.offset] = here.column
    }
    func resolve(_ position: SourcePosition) -> SourcePosition {
      let place = offset(position)
      return SourcePosition(line: place.line, column: columns[place.offset] ?? 1)
    }
    return findings.map { finding in
      Diagnostic(
        file: path, problem: finding.problem,
        range: SourceRange(resolve(finding.range.start), resolve(finding.range.end)))
    }.sorted { $0.range.start < $1.range.start }
  }

  /// How many code points of the file start in a range of bytes: one at every byte that continues
  /// none, but for blanks that stand in for the rest of a longer character.
  private func characters(in range: Range<Int>) -> Int {
    var count = bytes[range].count { $0 & 0xC0 != 0x80 }
    var low = 0
    var high = inner.count
    while low < high {
      let middle = (low + high) / 2
      if inner[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < inner.count, inner[low] < range.upperBound {
      count -= 1
      low += 1
    }
    return count
  }
}

/// The base protocol of LSP: headers, an empty line, and a body of `Content-Length` bytes. Takes
/// bytes as they come; what is no message is left out and reported.
struct MessageFraming {
  enum Frame: Equatable {
    case message([UInt8])
    /// What was wrong with what stood in the place of a message.
    case failure(String)
  }

  /// A longer header is none.
  static let maximumHeader = 8 * 1024
  /// A longer body is passed over: a course file of 16 MiB fits into it three times.
  static let maximumBody = 64 * 1024 * 1024

  private var buffer: [UInt8] = []
  private var start = 0
  /// How much of a body that is too long is still to come.
  private var skipping = 0
  private var length: Int?
  private var searched = 0

  mutating func feed(_ bytes: some Collection<UInt8>) {
    guard skipping == 0 else {
      let skipped = min(skipping, bytes.count)
      skipping -= skipped
      buffer += bytes.dropFirst(skipped)
      return
    }
    buffer += bytes
  }

  /// The next message, if the whole of it has come.
  mutating func next() -> Frame? {
    if length == nil {
      guard let header = takeHeader() else { return refuseLongHeader() }
      guard let found = Self.contentLength(header) else {
        return .failure("A message begins with its Content-Length.")
      }
      guard found <= Self.maximumBody else {
        let here = min(found, buffer.count - start)
        consume(here)
        skipping = found - here
        return .failure("A message holds at most \(Self.maximumBody) bytes.")
      }
      length = found
    }
    guard let wanted = length, buffer.count - start >= wanted else { return nil }
    let body = Array(buffer[start..<(start + wanted)])
    length = nil
    consume(wanted)
    return .message(body)
  }

  private mutating func consume(_ count: Int) {
    start += count
    searched = start
    // What was read is moved away once it is most of the buffer.
    if start == buffer.count || start > 1 << 20 {
      buffer.removeFirst(start)
      start = 0
      searched = 0
    }
  }

  /// The lines up to the next empty one.
  private mutating func takeHeader() -> ArraySlice<UInt8>? {
    var index = max(searched, start)
    while index < buffer.count {
      defer { index += 1 }
      guard buffer[index] == 0x0A else { continue }
      let line = buffer[start...index]
      guard
        line.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A])
          || line.suffix(2).elementsEqual([0x0A, 0x0A])
      else { continue }
      let header = line
      consume(header.count)
      return header
    }
    searched = buffer.count
    return nil
  }

  private mutating func refuseLongHeader() -> Frame? {
    guard buffer.count - start > Self.maximumHeader else { return nil }
    consume(buffer.count - start)
    return .failure("A header holds at most \(Self.maximumHeader) bytes.")
  }

  private static func contentLength(_ header: ArraySlice<UInt8>) -> Int? {
    for line in header.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = String(decoding: line, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { continue }
      let name = text[..<colon].lowercased()
      guard name == "content-length" else { continue }
      let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      let digits = value.prefix { ("0"..."9").contains($0) }
      guard !digits.isEmpty, digits.utf8.count == value.utf8.count else { return nil }
      return Int(digits)
    }
    return nil
  }
}

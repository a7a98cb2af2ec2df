/// Why a text is no transcript, or not the one that was written.
package enum TranscriptFailure: Error, Equatable, Sendable {
  case tooLarge(bytes: Int)
  case notUTF8
  case notATranscript
  case headerLine(line: Int, String)
  case missing(String)
  case eventLine(line: Int, event: Int)
  case sequence(line: Int, expected: Int)
  case hash(line: Int, event: Int)
}

extension Transcript {
  package static let maximumBytes = 64 * 1024 * 1024

  /// Reads a transcript and checks every hash.
  package static func read(_ bytes: [UInt8], hash: @escaping HashFunction)
    throws(TranscriptFailure) -> Transcript
  {
    guard bytes.count <= maximumBytes else { throw .tooLarge(bytes: bytes.count) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "rehearse transcript 1" else { throw .notATranscript }
    guard let blank = lines.firstIndex(of: "") else { throw .missing("the blank line") }
    let header = try Header(lines[1..<blank])
    var transcript = Transcript(header, hash: hash)
    guard transcript.header.text == lines[...blank].map({ $0 + "\n" }).joined() else {
      throw .headerLine(line: 2, "the fields are not in their order")
    }
    var expected = 1
    for (index, line) in lines.enumerated().dropFirst(blank + 1) {
      if line.isEmpty, index == lines.count - 1 { break }
      let parts = Event.words(String(line), maxSplits: 3)
      guard parts.count == 4, let sequence = Int(parts[0]), isTime(parts[2]),
        let event = Event(text: String(parts[3]))
      else { throw .eventLine(line: index + 1, event: expected) }
      guard sequence == expected, parts[0] == "\(expected)" else {
        throw .sequence(line: index + 1, expected: expected)
      }
      let entry = transcript.append(event, at: String(parts[2]))
      guard entry.hash == parts[1] else { throw .hash(line: index + 1, event: expected) }
      expected += 1
    }
    return transcript
  }

  /// `2026-11-22T07:40:00Z`
  static func isTime(_ text: some StringProtocol) -> Bool {
    let pattern = "dddd-dd-ddTdd:dd:ddZ"
    guard text.utf8.count == pattern.utf8.count else { return false }
    return zip(text.utf8, pattern.utf8).allSatisfy { byte, wanted in
      wanted == UInt8(ascii: "d")
        ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == wanted
    }
  }
}

extension Transcript.Header {
  package var text: String {
    var lines = [
      "rehearse transcript 1",
      "attempt " + attempt,
      "course " + course,
      "digest sha256:" + digest,
      "unit " + Event.escaped(unit),
      "seed \(seed)",
      "mode " + mode.rawValue,
      "engine \(engine)",
      "begun " + begun,
    ]
    if let client { lines.append("client " + Event.escaped(client)) }
    for path in passed { lines.append("passed " + Event.escaped(path)) }
    return lines.map { $0 + "\n" }.joined() + "\n"
  }

  fileprivate init(_ lines: ArraySlice<Substring>) throws(TranscriptFailure) {
    var fields: [Substring: String] = [:]
    var passed: [String] = []
    for (index, line) in zip(lines.indices, lines) {
      let parts = Event.words(String(line), maxSplits: 1)
      guard parts.count == 2, let value = Event.unescaped(String(parts[1])), !value.isEmpty else {
        throw .headerLine(line: index + 1, String(line.prefix(60)))
      }
      if parts[0] == "passed" {
        passed.append(value)
      } else if fields.updateValue(value, forKey: parts[0]) != nil {
        throw .headerLine(line: index + 1, String(parts[0]))
      }
    }
    func take(_ name: Substring) throws(TranscriptFailure) -> String {
      guard let value = fields.removeValue(forKey: name) else { throw .missing(String(name)) }
      return value
    }
    let digest = try take("digest")
    guard digest.hasPrefix("sha256:"), digest.utf8.count == 71 else { throw .missing("digest") }
    guard let seed = UInt64(try take("seed")), let engine = Int(try take("engine")),
      let mode = Mode(rawValue: try take("mode"))
    else { throw .missing("seed, mode or engine") }
    let begun = try take("begun")
    guard Transcript.isTime(begun) else { throw .missing("begun") }
    self.init(
      attempt: try take("attempt"), course: try take("course"),
      digest: String(digest.dropFirst(7)), unit: try take("unit"), seed: seed, mode: mode,
      engine: engine, begun: begun, client: fields.removeValue(forKey: "client"), passed: passed)
    if let other = fields.keys.sorted().first { throw .headerLine(line: 0, String(other)) }
  }
}

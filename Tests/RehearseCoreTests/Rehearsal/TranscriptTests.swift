import RehearseCore
import Testing

@Suite struct TranscriptTests {
  static let header = Transcript.Header(
    attempt: "0c8f2f5e-0000-4000-8000-000000000001", course: "consulting",
    digest: String(repeating: "ab", count: 32), unit: "a\\b/talk.md", seed: .max, mode: .practice,
    begun: "2026-11-22T07:40:00Z", client: "Müller & \u{301}Söhne\nGmbH",
    passed: ["a.md", "b\\n.md"])

  static let events: [Event] = [
    .choose(0), .say("I'd ask:\n“Why?” \\n \r"), .say(""), .answer(.options([2, 0])),
    .answer(.text("\u{301} SSO")), .answer(.number(DecimalNumber(millionths: -3_500_000))), .hint,
    .confidence(3), .rate([]), .finish,
  ]

  static func transcript(_ events: [Event] = events) -> Transcript {
    var transcript = Transcript(header, hash: SHA256.hash)
    for (index, event) in events.enumerated() {
      transcript.append(event, at: "2026-11-22T07:4\(index % 10):00Z")
    }
    return transcript
  }

  private func failure(_ text: String) -> TranscriptFailure? {
    do {
      _ = try Transcript.read(Array(text.utf8), hash: SHA256.hash)
      return nil
    } catch { return error }
  }

  @Test func whatWasWrittenIsRead() throws {
    let written = Self.transcript()
    let read = try Transcript.read(Array(written.text.utf8), hash: SHA256.hash)
    #expect(read == written)
    #expect(read.text == written.text)
    #expect(read.header == Self.header)
  }

  @Test func theSmallestHeaderIsRead() throws {
    var header = Self.header
    header.client = nil
    header.passed = []
    for mode in Mode.allCases {
      header.mode = mode
      let text = Transcript(header, hash: SHA256.hash).text
      #expect(try Transcript.read(Array(text.utf8), hash: SHA256.hash).header == header)
    }
  }

  /// Any single byte: changed in one bit or in all, left out, or doubled.
  @Test func noByteChangesUnseen() throws {
    let written = Self.transcript()
    let bytes = Array(written.text.utf8)
    for index in bytes.indices {
      var texts = [[UInt8]](repeating: bytes, count: 4)
      texts[0][index] ^= 1
      texts[1][index] ^= 0x20
      texts[2].remove(at: index)
      texts[3].insert(bytes[index], at: index)
      for text in texts where text != bytes {
        if let read = try? Transcript.read(text, hash: SHA256.hash) {
          #expect(read == written, "byte \(index)")
        }
      }
    }
  }

  @Test func alteredEventsAreNamed() throws {
    let lines = Self.transcript().text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let first = try #require(lines.firstIndex(of: "")) + 1
    func text(_ change: (inout [String]) -> Void) -> String {
      var lines = lines
      change(&lines)
      return lines.joined(separator: "\n")
    }
    #expect(
      failure(text { $0[first] = $0[first].replacing("choose 1", with: "choose 2") })
        == .hash(line: first + 1, event: 1))
    #expect(
      failure(text { $0[first + 8] = $0[first + 8].replacing("07:48", with: "07:49") })
        == .hash(line: first + 9, event: 9))
    #expect(failure(text { $0.remove(at: first + 3) }) == .sequence(line: first + 4, expected: 4))
    #expect(
      failure(text { $0.swapAt(first + 1, first + 2) }) == .sequence(line: first + 2, expected: 2))
    #expect(
      failure(text { $0.insert($0[first + 4], at: first + 4) })
        == .sequence(line: first + 6, expected: 6))
    // Renumbered, it is the hash that does not fit.
    #expect(
      failure(text { $0[first + 1] = "2" + $0[first + 2].dropFirst() })
        == .hash(line: first + 2, event: 2))
    #expect(failure(text { $0[2] = "course other" }) == .hash(line: first + 1, event: 1))
    #expect(
      failure(text { $0.swapAt(1, 2) }) == .headerLine(line: 2, "the fields are not in their order")
    )
    #expect(failure(text { $0.insert("mood good", at: 2) }) != nil)
    #expect(failure(text { $0.insert($0[1], at: 1) }) != nil)
  }

  @Test func otherTextsAreNamed() {
    #expect(failure("") == .notATranscript)
    #expect(failure("rehearse transcript 2\n\n") == .notATranscript)
    #expect(failure("rehearse transcript 1\n") == .missing("digest"))
    #expect(failure("rehearse transcript 1\r\n\r\n") == .notATranscript)
    #expect(throws: TranscriptFailure.notUTF8) {
      try Transcript.read([0x72, 0xFF], hash: SHA256.hash)
    }
  }

  @Test func replayGivesTheSameResult() throws {
    let program = program([
      "talk.md": scenarioText(
        "## One\n\n`in your own words`\n\n- [a](#one) `points 2`\n- [b](#end)" + endScene)
    ])
    var live = Session(program: program, setup: Setup(seed: 9, mode: .practice, passed: ["x.md"]))
    var header = Self.header
    header.seed = 9
    header.passed = ["x.md"]
    var transcript = Transcript(header, hash: SHA256.hash)
    for event in [Event.say("a\u{301}"), .choose(0), .undo, .choose(0), .say("b"), .choose(1)] {
      try live.handle(event)
      transcript.append(event, at: "2026-11-22T07:40:00Z")
    }
    let read = try Transcript.read(Array(transcript.text.utf8), hash: SHA256.hash)
    let again = try Replay.session(of: read, program: program)
    #expect(again.result == live.result)
    #expect(again.result?.points == Points(2))
    #expect(again.shown == live.shown)
    #expect(again.setup.passed == ["x.md"])
  }

  @Test func replayNamesTheEventThatDoesNotFit() {
    var transcript = Transcript(Self.header, hash: SHA256.hash)
    transcript.append(.choose(0), at: "2026-11-22T07:40:00Z")
    transcript.append(.choose(7), at: "2026-11-22T07:40:00Z")
    let program = program(["talk.md": scenarioText("## One\n\n- [a](#one)" + endScene)])
    #expect(throws: ReplayFailure.refused(event: 2, "choose 8", .choiceNotOffered(7))) {
      try Replay.session(of: transcript, program: program)
    }
    transcript.header.engine = 2
    #expect(throws: ReplayFailure.otherEngine(2)) {
      try Replay.session(of: transcript, program: program)
    }
  }
}

import Foundation
import RehearseCore
import Testing

@testable import rehearse

@Suite struct MessageFramingTests {
  private func frames(_ pieces: [[UInt8]]) -> [String] {
    var framing = MessageFraming()
    var frames: [String] = []
    for piece in pieces {
      framing.feed(piece)
      while let frame = framing.next() {
        switch frame {
        case .message(let body): frames.append(String(decoding: body, as: UTF8.self))
        case .failure(let message): frames.append("! " + message)
        }
      }
    }
    return frames
  }

  static let stream = Array(
    ("Content-Length: 2\r\n\r\n{}content-length:3\r\nContent-Type: application/vscode-jsonrpc; "
      + "charset=utf-8\r\n\r\n“Content-Length: 0\r\n\r\nContent-Length: 1\n\nx").utf8)

  @Test func messagesAreTheSameHoweverTheyCome() {
    let expected = ["{}", "“", "", "x"]
    #expect(frames([Self.stream]) == expected)
    #expect(frames(Self.stream.map { [$0] }) == expected)
    var random = Generator(seed: 5)
    for _ in 0..<50 {
      let cut = random.next(below: Self.stream.count)
      #expect(frames([Array(Self.stream[..<cut]), Array(Self.stream[cut...])]) == expected)
    }
  }

  @Test(arguments: [
    "hello\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length: -5\r\n\r\n", "\r\n\r\n",
    "Content-Length: 99999999999999999999999\r\n\r\n", "Content-Length: 5 5\r\n\r\n",
  ])
  func whatIsNoHeaderIsPassedOver(_ header: String) {
    let found = frames([Array(header.utf8) + Self.stream])
    #expect(found.first?.hasPrefix("! ") == true)
    #expect(Array(found.dropFirst()) == ["{}", "“", "", "x"])
  }

  @Test func aMessageThatIsTooLongIsPassedOverWithoutBeingKept() {
    var framing = MessageFraming()
    framing.feed(Array("Content-Length: \(MessageFraming.maximumBody + 10)\r\n\r\n".utf8))
    #expect(framing.next().map { if case .failure = $0 { true } else { false } } == true)
    let chunk = [UInt8](repeating: 0x78, count: 1 << 20)
    for _ in 0..<64 {
      framing.feed(chunk)
      #expect(framing.next() == nil)
    }
    framing.feed(Array("xxxxxxxxxx".utf8) + Self.stream)
    #expect(framing.next() == .message(Array("{}".utf8)))
  }

  @Test func aHeaderWithoutEndIsDropped() {
    var framing = MessageFraming()
    framing.feed([UInt8](repeating: 0x78, count: 10_000))
    #expect(framing.next() == .failure("A header holds at most 8192 bytes."))
    framing.feed(Self.stream)
    #expect(framing.next() == .message(Array("{}".utf8)))
  }
}

@Suite struct CheckScheduleTests {
  @Test func aCheckWaitsForTheKeysToRestButNotForEver() {
    var schedule = CheckSchedule()
    #expect(schedule.next == nil)
    schedule.changed("a", at: .zero)
    #expect(schedule.next == CheckSchedule.rest)
    var now = Duration.zero
    while now < CheckSchedule.patience {
      #expect(schedule.take(at: now).isEmpty)
      schedule.changed("a", at: now)
      now += .milliseconds(30)
    }
    #expect(schedule.next == CheckSchedule.patience)
    #expect(schedule.take(at: CheckSchedule.patience) == ["a"])
    #expect(schedule.next == nil && schedule.take(at: .seconds(9)).isEmpty)
  }

  @Test func coursesWaitByThemselves() {
    var schedule = CheckSchedule()
    schedule.changed("b", at: .zero)
    schedule.wants("a", at: .milliseconds(1))
    #expect(schedule.take(at: .milliseconds(1)) == ["a"])
    schedule.changed("c", at: .milliseconds(2))
    schedule.forget("b")
    #expect(schedule.take(at: .seconds(1)) == ["c"])
  }
}

@Suite struct FileURITests {
  @Test(arguments: [
    ("file:///a/b.md", "/a/b.md"), ("file:///a%20b/%C3%A9%23.md", "/a b/é#.md"),
    ("FILE://localhost/a", "/a"), ("file:///a/./b/../c//d", "/a/c/d"), ("file:///../../a", "/a"),
    ("file:///c%3A/x", "/c:/x"), ("untitled:x", nil), ("file://host/a", nil),
    ("https://a/b", nil), ("file:///a%zz", nil), ("file:///a%00", nil), ("file:///a%FF", nil),
    ("file:///a%4", nil), ("", nil),
  ])
  func paths(_ uri: String, _ path: String?) {
    #expect(FileURI.path(uri) == path)
  }

  @Test(arguments: ["/a b/é#?%.md", "/x/y_z-1~.md", "/tab\t(1).md"])
  func thereAndBack(_ path: String) {
    let uri = FileURI.uri(path)
    #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    #expect(FileURI.path(uri) == path)
  }
}

@Suite struct JSONTextTests {
  @Test(arguments: [
    (#""\ud83d""#, #""\ufffd""#), (#""\ude00x""#, #""\ufffdx""#),
    (#""\ud83d\ude00""#, #""\ud83d\ude00""#), (#""\\ud83d""#, #""\\ud83d""#),
    (#""\ud83d\ud83d\ude00""#, #""\ufffd\ud83d\ude00""#), (#""\u00e9\n""#, #""\u00e9\n""#),
    (#""\"#, #""\"#), (#""\ud83"#, #""\ud83"#),
  ])
  func halvesOfCharactersAreReplaced(_ text: String, _ expected: String) {
    let mended = JSONText.mendingSurrogates(Array(text.utf8))
    #expect(String(decoding: mended, as: UTF8.self) == expected)
  }
}

import Glibc
import Testing

@testable import rehearse

@Suite struct OpenerTests {
  @Test(arguments: [
    ("https://example.com/a?b=c#d", true), ("HTTP://example.com", true),
    ("mailto:maya@example.com", true), ("file:///etc/passwd", false), ("javascript:1", false),
    ("-flag", false), ("../aids/questions.md", false), ("#risks", false), ("", false),
    ("https://example.com/a b", false), ("https://example.com/\u{1B}", false), (":https", false),
  ])
  func opensWebAndMailAlone(destination: String, isSupported: Bool) {
    #expect(Opener.supports(destination) == isSupported)
  }

  @Test(arguments: [
    (["DISPLAY": ":0"], ["xdg-open", "https://example.com"]),
    (["BROWSER": "lynx"], ["lynx", "https://example.com"]),
    (["BROWSER": "w3m -t %s:lynx"], ["w3m", "-t", "https://example.com"]),
  ])
  func startsWhatTheUserHas(environment: [String: String], expected: [String]) throws {
    var started: [[String]] = []
    let opener = Opener(environment: environment) { arguments in
      started.append(arguments)
      return .running
    }
    try opener.open("https://example.com")
    #expect(started == [expected])
  }

  @Test func triesTheNext() throws {
    var started: [String] = []
    let opener = Opener(environment: ["BROWSER": "one:two", "WAYLAND_DISPLAY": "w"]) {
      (arguments) throws(ChildProcess.Failure) in
      started.append(arguments[0])
      if arguments[0] == "one" { throw .notFound(program: "one") }
      return .exited(arguments[0] == "two" ? 3 : 0)
    }
    try opener.open("https://example.com")
    #expect(started == ["one", "two", "xdg-open"])
  }

  @Test func saysWhenThereIsNone() {
    let opener = Opener(environment: [:]) { _ in .running }
    #expect(throws: Opener.Failure.noBrowser(destination: "https://example.com")) {
      try opener.open("https://example.com")
    }
    #expect(throws: Opener.Failure.unsupported(destination: "file:///x")) {
      try opener.open("file:///x")
    }
    let failing = Opener(environment: ["BROWSER": "x"]) { _ in .exited(1) }
    #expect(throws: Opener.Failure.failed(program: "x", destination: "https://example.com")) {
      try failing.open("https://example.com")
    }
  }

  @Test func everyFailureNamesTheAddress() {
    let failures: [Opener.Failure] = [
      .unsupported(destination: "d"), .noBrowser(destination: "d"),
      .failed(program: "p", destination: "d"),
    ]
    for failure in failures { #expect(failure.message.string.hasSuffix(" d")) }
  }
}

@Suite struct ChildProcessTests {
  @Test func passesArgumentsAsTheyAre() throws {
    let ending = try ChildProcess.run(["test", "$HOME ; x", "=", "$HOME ; x"])
    #expect(ending == .exited(0))
  }

  @Test func tellsHowItEnded() throws {
    #expect(try ChildProcess.run(["false"]) == .exited(1))
    #expect(try ChildProcess.run(["sh", "-c", "kill -9 $$"]) == .killed(signal: 9))
    #expect(try ChildProcess.detach(["true"], patience: .seconds(10)) == .exited(0))
    #expect(try ChildProcess.detach(["sleep", "3"], patience: .milliseconds(1)) == .running)
    #expect(throws: ChildProcess.Failure.notFound(program: "no-such-program")) {
      try ChildProcess.run(["no-such-program"])
    }
  }

  @Test func writesWhereItIsTold() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    #expect(try ChildProcess.run(["printf", "a%s", "b"], output: ends[1]) == .exited(0))
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(read(ends[0], &bytes, 8) == 2)
    #expect(bytes[..<2] == [0x61, 0x62])
  }

  @Test func childrenGetTheirSignalsBack() throws {
    signal(SIGPIPE, SIG_IGN)
    // A child that ignored SIGPIPE would survive this.
    #expect(try ChildProcess.run(["sh", "-c", "kill -PIPE $$"]) == .killed(signal: SIGPIPE))
  }
}

import Glibc
import Testing

@testable import rehearse

@Suite struct HistoryTests {
  @Test func keepsEachKindInAFileOfItsOwn() throws {
    try withDirectory { directory in
      var history = History(directory: directory + "/deep/history")
      history.add("2", to: .choice)
      history.add("What would\nhappen?", to: .words)
      var again = History(directory: directory + "/deep/history")
      #expect(again.lines(of: .choice) == ["2"])
      #expect(again.lines(of: .words) == ["What would happen?"])
      #expect(again.lines(of: .client) == [])
    }
  }

  @Test func leavesOutEmptyLinesAndRepetitions() throws {
    try withDirectory { directory in
      var history = History(directory: directory)
      for line in ["a", "a", "", "  ", "b", "a"] { history.add(line, to: .command) }
      #expect(history.lines(of: .command) == ["a", "b", "a"])
      var again = History(directory: directory)
      #expect(again.lines(of: .command) == ["a", "b", "a"])
    }
  }

  @Test func keepsTheLastFiveHundred() throws {
    try withDirectory { directory in
      var history = History(directory: directory)
      for number in 1...507 { history.add("\(number)", to: .answer) }
      var again = History(directory: directory)
      #expect(again.lines(of: .answer) == (8...507).map(String.init))
      #expect(history.lines(of: .answer) == (8...507).map(String.init))
    }
  }

  @Test func cutsAFileThatIsTooLong() throws {
    try withDirectory { directory in
      let file = try #require(fopen(directory + "/answer", "w"))
      for number in 1...600 { fputs("\(number)\n", file) }
      fclose(file)
      var history = History(directory: directory)
      #expect(history.lines(of: .answer) == (101...600).map(String.init))
      history.add("601", to: .answer)
      var status = stat()
      #expect(stat(directory + "/answer", &status) == 0)
      // Five hundred lines of three digits.
      #expect(status.st_size == 2000)
    }
  }

  @Test func isForTheLearnerAlone() throws {
    try withDirectory { directory in
      let path = directory + "/words"
      close(open(path, O_CREAT | O_WRONLY, 0o644))
      var history = History(directory: directory)
      history.add("in my own words", to: .words)
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func worksWithoutItsFiles() {
    var history = History(directory: "/dev/null/nowhere")
    history.add("kept for now", to: .client)
    #expect(history.lines(of: .client) == ["kept for now"])
    var none = History(directory: nil)
    none.add("kept for now", to: .client)
    #expect(none.lines(of: .client) == ["kept for now"])
  }

  private func withDirectory(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/rehearse-history-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    let directory = String(cString: made)
    defer { _ = try? ChildProcess.run(["rm", "-r", directory]) }
    try body(directory)
  }
}

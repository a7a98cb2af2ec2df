import Foundation
import Testing

@testable import rehearse

/// Graphviz as a program that may be missing, may fail and may not end: a script stands in for it.
@Suite struct GraphvizTests {
  private let folder: Folder
  init() throws { folder = try Folder() }

  /// Read by the shell: a file that was written a moment ago cannot always be started.
  private func script(_ lines: String) throws -> [String] {
    ["/bin/sh", try folder.write(lines + "\n", to: "dot")]
  }

  @Test func getsTheGraphAndGivesTheDrawing() throws {
    let command = try script("echo \"<svg>$1\"; cat; echo a warning >&2")
    let long = String(repeating: "x", count: 300_000)
    #expect(try Graphviz.svg(long, command: command) == "<svg>-Tsvg\n" + long)
  }

  @Test func isNotThere() throws {
    #expect(throws: GraphvizFailure.notInstalled) {
      try Graphviz.svg("digraph {}", command: [folder.path + "/dot"])
    }
    #expect(GraphvizFailure.notInstalled.help.contains("apt-get install graphviz"))
    #expect(GraphvizFailure.notInstalled.help.contains("--format dot"))
    #expect(GraphvizFailure.notInstalled.exitCode == 69)
  }

  @Test func failsWithItsOwnWords() throws {
    let command = try script("echo 'syntax error in line 1' >&2; echo more >&2; exit 3")
    #expect(throws: GraphvizFailure.failed("syntax error in line 1")) {
      try Graphviz.svg("x", command: command)
    }
  }

  @Test func endsWithoutADrawing() throws {
    let command = try script("exit 0")
    #expect(throws: GraphvizFailure.failed("it gave no reason")) {
      try Graphviz.svg("x", command: command)
    }
  }

  @Test func isEndedWhenItTakesTooLong() throws {
    let command = try script("echo $$ > \"$0.id\"; exec sleep 60")
    let patience = Duration.milliseconds(1500)
    #expect(throws: GraphvizFailure.tookTooLong(patience)) {
      try Graphviz.svg("x", command: command, patience: patience)
    }
    let id = try #require(
      Int32(try folder.text(of: "dot.id").trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(id, 0) == -1 && errno == ESRCH)
  }
}

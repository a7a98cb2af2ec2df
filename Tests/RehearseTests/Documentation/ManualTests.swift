import Foundation
import Testing

@testable import rehearse

/// The manual and the README name what there is.
@Suite struct ManualTests {
  private func file(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test func theManualHasEveryCommandInTheOrderOfTheHelp() throws {
    let manual = try file("docs/rehearse.1")
    let listed = manual.matches(of: /(?m)^\.It Ic ([a-z-]+)/).map { String($0.output.1) }
    #expect(listed == Rehearse.configuration.subcommands.map { $0._commandName })
  }

  @Test func theManualHasEveryCommandOfAPrompt() throws {
    let manual = try file("docs/rehearse.1")
    for command in Dialogue.commands { #expect(manual.contains(":\(command.name)")) }
  }

  @Test func theReadmeBeginsWithTwoCommands() throws {
    let readme = try file("README.md")
    #expect(readme.contains("swift run rehearse play courses/consulting"))
    #expect(readme.contains("\n    swift test\n"))
    #expect(try file(".ci/run").hasSuffix("swift test\n"))
  }
}

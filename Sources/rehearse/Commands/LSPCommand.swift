import ArgumentParser

struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Help an editor to write courses (language server).",
    discussion: """
      An editor starts this and speaks the Language Server Protocol with it over standard input and \
      output. docs/editors.md says how to set up yours.
      """)

  /// Editors add this by habit. It is the only way there is.
  @Flag(help: .hidden)
  var stdio = false

  func run() throws {
    throw ExitCode(LanguageServerLoop.run())
  }
}

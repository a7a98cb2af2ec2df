import RehearseCore

// The part of LSP 3.17 that the server speaks, under the names of the specification.

struct LSPPosition: Codable, Equatable {
  var line: Int
  var character: Int

  var inEditor: EditorPosition { EditorPosition(line: line, character: character) }
}

struct LSPRange: Codable, Equatable {
  var start: LSPPosition
  var end: LSPPosition
}

struct Location: Encodable, Equatable {
  var uri: String
  var range: LSPRange
}

struct TextDocumentIdentifier: Decodable {
  var uri: String
}

struct TextDocumentPositionParams: Decodable {
  var textDocument: TextDocumentIdentifier
  var position: LSPPosition
}

struct TextDocumentParams: Decodable {
  var textDocument: TextDocumentIdentifier
}

// MARK: Life

struct InitializeParams: Decodable {
  struct Capabilities: Decodable {
    struct General: Decodable { var positionEncodings: [String]? }
    struct DynamicRegistration: Decodable { var dynamicRegistration: Bool? }
    struct WorkspaceEdit: Decodable { var documentChanges: Bool? }
    struct Workspace: Decodable {
      var didChangeWatchedFiles: DynamicRegistration?
      var workspaceEdit: WorkspaceEdit?
    }
    struct DocumentSymbol: Decodable { var hierarchicalDocumentSymbolSupport: Bool? }
    struct TextDocument: Decodable { var documentSymbol: DocumentSymbol? }
    var general: General?
    var workspace: Workspace?
    var textDocument: TextDocument?
  }
  var capabilities: Capabilities?
}

struct InitializeResult: Encodable {
  struct Sync: Encodable {
    var openClose = true
    /// Incremental; a change without a range is the whole text.
    var change = 2
    var save = true
  }
  struct Completion: Encodable {
    var triggerCharacters = ["#", "(", "/", "`", "*", " ", ":"]
  }
  struct CodeAction: Encodable { var codeActionKinds = ["quickfix"] }
  struct Rename: Encodable { var prepareProvider = true }
  struct Capabilities: Encodable {
    var positionEncoding: String
    var textDocumentSync = Sync()
    var completionProvider = Completion()
    var definitionProvider = true
    var referencesProvider = true
    var documentSymbolProvider = true
    var hoverProvider = true
    var renameProvider = Rename()
    var codeActionProvider = CodeAction()
  }
  struct Server: Encodable {
    var name = "rehearse"
    var version = Rehearse.configuration.version
  }
  var capabilities: Capabilities
  var serverInfo = Server()
}

struct RegistrationParams: Encodable {
  struct Watcher: Encodable { var globPattern: String }
  struct Options: Encodable { var watchers: [Watcher] }
  struct Registration: Encodable {
    var id: String
    var method: String
    var registerOptions: Options
  }
  var registrations: [Registration]

  /// Every file: one that is missing may be any.
  static let watchedFiles = Self(registrations: [
    Registration(
      id: "files", method: "workspace/didChangeWatchedFiles",
      registerOptions: Options(watchers: [Watcher(globPattern: "**/*")]))
  ])
}

// MARK: Documents

struct DidOpenParams: Decodable {
  struct Item: Decodable {
    var uri: String
    var version: Int
    var text: String
  }
  var textDocument: Item
}

struct DidChangeParams: Decodable {
  struct Document: Decodable {
    var uri: String
    var version: Int?
  }
  struct Change: Decodable {
    var range: LSPRange?
    var text: String
  }
  var textDocument: Document
  var contentChanges: [Change]
}

struct WatchedFilesParams: Decodable {
  struct Event: Decodable { var uri: String }
  var changes: [Event]
}

// MARK: Findings

struct LSPDiagnostic: Encodable, Equatable {
  var range: LSPRange
  /// 1 error, 2 warning, 3 information.
  var severity: Int
  var code: String
  var source = "rehearse"
  var message: String
}

struct PublishDiagnosticsParams: Encodable, Equatable {
  var uri: String
  var version: Int?
  var diagnostics: [LSPDiagnostic]
}

struct CodeActionParams: Decodable {
  struct Context: Decodable { var only: [String]? }
  var textDocument: TextDocumentIdentifier
  var range: LSPRange
  var context: Context?
}

struct CodeAction: Encodable {
  var title: String
  var kind = "quickfix"
  var diagnostics: [LSPDiagnostic]
  var isPreferred = true
  var edit: WorkspaceEdit
}

// MARK: Changes

struct LSPTextEdit: Encodable, Equatable {
  var range: LSPRange
  var newText: String
}

struct WorkspaceEdit: Encodable {
  struct Document: Encodable {
    var uri: String
    var version: Int?

    private enum Key: CodingKey { case uri, version }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(uri, forKey: .uri)
      // Null for a file that is not open.
      try container.encode(version, forKey: .version)
    }
  }
  struct DocumentEdit: Encodable {
    var textDocument: Document
    var edits: [LSPTextEdit]
  }
  /// With versions, for editors that understand them; else `changes`.
  var documentChanges: [DocumentEdit]?
  var changes: [String: [LSPTextEdit]]?
}

struct RenameParams: Decodable {
  var textDocument: TextDocumentIdentifier
  var position: LSPPosition
  var newName: String
}

struct PrepareRenameResult: Encodable {
  var range: LSPRange
  var placeholder: String
}

// MARK: Answers

struct ReferenceParams: Decodable {
  struct Context: Decodable { var includeDeclaration: Bool }
  var textDocument: TextDocumentIdentifier
  var position: LSPPosition
  var context: Context?
}

struct CompletionItem: Encodable {
  var label: String
  var kind: Int
  var detail: String?
  /// Keeps the order of the text.
  var sortText: String
  var filterText: String
  var textEdit: LSPTextEdit
}

struct HoverResult: Encodable {
  struct Content: Encodable {
    var kind = "markdown"
    var value: String
  }
  var contents: Content
  var range: LSPRange
}

struct DocumentSymbol: Encodable {
  var name: String
  var detail: String?
  /// 15, a string, is what Markdown's headings are to other servers too.
  var kind = 15
  var range: LSPRange
  var selectionRange: LSPRange
  var children: [DocumentSymbol]
}

/// What editors understand that know no symbols inside others.
struct SymbolInformation: Encodable {
  var name: String
  var kind = 15
  var location: Location
}

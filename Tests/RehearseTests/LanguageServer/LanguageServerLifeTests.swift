import Foundation
import Testing

@testable import rehearse

/// The protocol itself: what comes first and last, and what is no message.
@Suite struct LanguageServerLifeTests {
  private func code(_ answer: [String: Any]) -> Int? {
    (answer["error"] as? [String: Any])?["code"] as? Int
  }

  @Test func theGreeting() throws {
    let editor = try EditorSession(nil)
    #expect(code(editor.request("textDocument/hover", [:])) == -32002)
    let answer = editor.request("initialize", ["capabilities": [:]])
    let result = try #require(answer["result"] as? [String: Any])
    let capabilities = try #require(result["capabilities"] as? [String: Any])
    #expect(capabilities["positionEncoding"] as? String == "utf-16")
    #expect((capabilities["textDocumentSync"] as? [String: Any])?["change"] as? Int == 2)
    #expect((capabilities["renameProvider"] as? [String: Any])?["prepareProvider"] as? Bool == true)
    #expect((result["serverInfo"] as? [String: String])?["name"] == "rehearse")
    #expect(code(editor.request("initialize", ["capabilities": [:]])) == -32600)
    editor.notify("initialized", [:])
    #expect(editor.take().isEmpty)
  }

  @Test func anEditorThatCanIsAskedToWatchFiles() throws {
    let editor = try EditorSession(
      ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]])
    let asked = editor.take()
    #expect(asked.map { $0["method"] as? String } == ["client/registerCapability"])
    // Its answer needs none.
    editor.send(#"{"jsonrpc":"2.0","id":"watch","result":null}"#)
    #expect(editor.take().isEmpty)
  }

  @Test(arguments: [(true, Int32(0)), (false, 1)])
  func theEnd(_ saysGoodbye: Bool, _ status: Int32) throws {
    let editor = try EditorSession()
    if saysGoodbye {
      let answer = editor.request("shutdown", nil)
      #expect(answer["result"] is NSNull && answer["error"] == nil)
      #expect(code(editor.request("textDocument/hover", [:])) == -32600)
    }
    #expect(editor.exitStatus == nil)
    editor.notify("exit", nil)
    #expect(editor.exitStatus == status)
  }

  @Test(arguments: [
    ("", -32700), ("{", -32700), ("\u{FF}", -32700), ("[1, 2]", -32600), ("7", -32600),
    ("{}", -32600), (#"{"jsonrpc":"2.0","id":{},"method":"x"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"x"}"#, -32600),
    (#"{"jsonrpc":"2.0","method":7}"#, -32600),
  ])
  func whatIsNoMessageIsAnsweredAndForgotten(_ text: String, _ expected: Int) throws {
    let editor = try EditorSession()
    editor.send(text)
    let answers = editor.take()
    #expect(answers.map(code) == [expected])
    #expect(answers.first?["id"] is NSNull)
    #expect(editor.request("shutdown", nil)["result"] is NSNull)
  }

  @Test func requestsThatAreNotUnderstood() throws {
    let editor = try EditorSession()
    #expect(code(editor.request("textDocument/moon", [:])) == -32601)
    #expect(code(editor.request("$/moon", nil)) == -32601)
    #expect(code(editor.request("textDocument/hover", ["position": 3])) == -32602)
    #expect(code(editor.request("textDocument/hover", nil)) == -32602)
    // A file that nobody opened has nothing to say.
    #expect(editor.ask("hover", "course.md", 0, 0) is NSNull)
    #expect((editor.ask("completion", "course.md", -5, 1 << 40) as? [Any])?.isEmpty == true)
    // Text ids come back as they came.
    editor.send(#"{"jsonrpc":"2.0","id":"ä","method":"moon"}"#)
    #expect(editor.take().map { $0["id"] as? String } == ["ä"])
  }

  @Test func notificationsThatAreNotUnderstoodAreLeftAlone() throws {
    let editor = try EditorSession()
    editor.notify("$/cancelRequest", ["id": 7])
    editor.notify("$/setTrace", ["value": "off"])
    editor.notify("textDocument/didChange", ["textDocument": 7])
    editor.notify("textDocument/didOpen", nil)
    editor.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": editor.uri("course.md"), "version": 2],
        "contentChanges": [["text": "x"]],
      ])
    editor.notify("textDocument/didClose", ["textDocument": ["uri": "file:///nowhere"]])
    #expect(editor.findings() == [])
  }

  @Test func placesFarOutsideBreakNothing() throws {
    let editor = try EditorSession()
    try editor.open("course.md")
    for line in [-1, 0, 5, 1_000_000, Int.max] {
      for character in [-1, 0, 1_000_000, Int.max] {
        for method in ["hover", "definition", "completion", "prepareRename"] {
          _ = editor.ask(method, "course.md", line, character)
        }
      }
    }
    editor.change(
      "course.md",
      [
        [
          "range": [
            "start": ["line": 1 << 40, "character": -3], "end": ["line": -7, "character": 1 << 40],
          ], "text": "x",
        ]
      ])
    #expect(editor.findings().isEmpty == false)
  }
}

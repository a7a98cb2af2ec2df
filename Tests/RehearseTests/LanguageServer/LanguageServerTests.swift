import Foundation
import RehearseCore
import Testing

@testable import rehearse

@Suite struct LanguageServerTests {
  static let call = "scenarios/last-call.md"
  let editor: EditorSession
  init() throws { editor = try EditorSession() }

  // MARK: Findings

  @Test func findingsComeAsOneTypesAndGoWhenMended() throws {
    try editor.open(Self.call)
    #expect(editor.findings() == [.init(path: Self.call, version: 1, findings: [])])
    // `(#the-call)` in line 21 becomes `(#the-calm)`.
    editor.change(Self.call, [["range": EditorSession.range(20, 34, 35), "text": "m"]])
    #expect(
      editor.findings() == [
        .init(path: Self.call, version: 2, findings: ["unknown-scene 20:2-20:36"])
      ])
    editor.change(Self.call, [["range": EditorSession.range(20, 34, 35), "text": "l"]])
    #expect(editor.findings() == [.init(path: Self.call, version: 3, findings: [])])
    #expect(editor.findings() == [])
  }

  @Test func theWholeCourseIsLookedAt() throws {
    try editor.open(Self.call)
    _ = editor.findings()
    // Another file says `visited`, links here, or asks for this unit by its id.
    editor.change(
      Self.call,
      to: try editor.text(of: Self.call).replacingOccurrences(
        of: "id: last-call", with: "id: other"))
    let findings = editor.findings()
    #expect(
      findings.contains { $0.path == "course.md" && $0.version == nil && !$0.findings.isEmpty })
    #expect(findings.contains { $0.path == Self.call && $0.version == 2 })
    editor.change(Self.call, to: try editor.text(of: Self.call))
    #expect(editor.findings().contains(.init(path: "course.md", version: nil, findings: [])))
  }

  @Test func openTextsTakeThePlaceOfFiles() throws {
    // What is in the editor counts, also for links from other files; and a new file is there
    // before it is saved.
    try editor.open("course.md")
    try editor.open("lessons/new.md", "---\nkind: lesson\ntitle: New\n---\n\n## Here\n\nText.\n")
    #expect(
      editor.findings().first { $0.path == "lessons/new.md" }?.others.contains("not-in-outline")
        == true)
    editor.change(
      "course.md",
      to: try editor.text(of: "course.md")
        + "- [New](lessons/new.md) and [here](lessons/new.md#here)\n")
    let findings = editor.findings()
    #expect(
      findings.first { $0.path == "lessons/new.md" }?.others.contains("not-in-outline") == false)
    #expect(findings.contains(.init(path: "course.md", version: 2, findings: [])))
    // It was never saved: with the window it is gone.
    editor.close("lessons/new.md")
    #expect(
      editor.findings().contains {
        $0.path == "course.md" && $0.findings.first?.hasPrefix("missing-file") == true
      })
  }

  @Test func filesOnTheDiskAreReadAgainWhenTheEditorSaysSo() throws {
    try editor.open("course.md")
    _ = editor.findings()
    let lesson = "lessons/why-handovers-fail.md"
    try editor.write("---\nkind: lesson\ntitle: L\n---\n\n[x](nowhere.md)\n", to: lesson)
    #expect(editor.findings() == [])
    editor.notify(
      "workspace/didChangeWatchedFiles", ["changes": [["uri": editor.uri(lesson), "type": 2]]])
    #expect(editor.findings().map(\.path) == [lesson])
    try editor.remove(lesson)
    editor.notify("textDocument/didSave", ["textDocument": ["uri": editor.uri("course.md")]])
    let findings = editor.findings()
    #expect(findings.contains(.init(path: lesson, version: nil, findings: [])))
    #expect(findings.contains { $0.path == "course.md" && !$0.findings.isEmpty })
  }

  @Test func withTheLastFileOfACourseItsFindingsGo() throws {
    try editor.open(Self.call, "---\nkind: scenario\n---\n")
    #expect(editor.findings().contains { $0.findings.count > 1 })
    try editor.open("final.md")
    _ = editor.findings()
    editor.close("final.md")
    #expect(editor.findings() == [])
    editor.close(Self.call)
    #expect(editor.findings() == [.init(path: Self.call, version: nil, findings: [])])
    #expect(editor.findings() == [])
  }

  @Test func markdownThatIsNoCourseIsLeftInPeace() throws {
    let other = try Folder()
    for (name, text) in [("notes.md", "# Notes\n\n[x](nowhere.md) `pionts 5`\n"), ("a.md", "")] {
      editor.notify(
        "textDocument/didOpen",
        [
          "textDocument": [
            "uri": "file://\(other.path)/\(name)", "languageId": "markdown", "version": 1,
            "text": text,
          ]
        ])
    }
    #expect(editor.findings().map(\.findings) == [[], []])
    // Nor are the hidden files in a course's folder, its READMEs, and what is in no file.
    try editor.open(".git/notes.md", "# Notes\n")
    try editor.open("README.md", "# Read me\n[x](nowhere.md)\n")
    #expect(editor.findings().allSatisfy { $0.findings.isEmpty })
    editor.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": "untitled:Untitled-1", "languageId": "markdown", "version": 1, "text": "---\n",
        ]
      ])
    #expect(editor.findings() == [])
  }

  @Test func aCoverThatAppearsMakesACourseOfAFile() throws {
    let other = try Folder()
    let uri = "file://\(other.path)/talk.md"
    let text = "---\nkind: lesson\ntitle: T\n---\n\n[x](nowhere.md)\n"
    editor.notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": uri, "languageId": "markdown", "version": 1, "text": text]])
    #expect(editor.findings().flatMap(\.findings) == [])
    try other.write("---\nkind: course\ntitle: C\n---\n\n- [T](talk.md)\n", to: "course.md")
    editor.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": "file://\(other.path)/course.md", "type": 1]]])
    #expect(editor.findings().flatMap(\.findings) == ["missing-file 5:0-5:15"])
  }

  @Test func aFileThatIsNotUTF8IsReported() throws {
    try editor.open("course.md")
    try Data([0x2D, 0x2D, 0x2D, 0x0A, 0xFF, 0xFE, 0x80, 0x0A]).write(
      to: URL(fileURLWithPath: editor.course + "/lessons/why-handovers-fail.md"))
    let found = editor.findings().first { $0.path.hasPrefix("lessons/") }?.findings ?? []
    #expect(found.contains { $0.hasPrefix("not-utf8 1:0") }, "\(found)")
  }

  @Test func changesWaitUntilTheKeysRest() throws {
    try editor.open(Self.call)
    _ = editor.findings()
    for _ in 0..<5 {
      editor.change(Self.call, [["range": EditorSession.range(20, 34, 35), "text": "m"]])
      #expect(editor.findings(after: .milliseconds(20)) == [])
    }
    #expect(editor.findings(after: CheckSchedule.rest).map(\.version) == [6])
  }

  // MARK: Text

  @Test func charactersAreCountedInUTF16AndInUTF8() throws {
    for (capabilities, character) in [
      ([:], 30), (["general": ["positionEncodings": ["utf-8", "utf-16"]]], 37),
    ] as [([String: Any], Int)] {
      let editor = try EditorSession(capabilities)
      let text = try editor.text(of: Self.call)
      try editor.open(
        Self.call,
        text.replacingOccurrences(of: "Read the open tickets", with: "Réad 👩‍💻 the tickets"))
      let answer = editor.ask("definition", Self.call, 20, character) as? [[String: Any]]
      #expect(answer?.map { EditorSession.place($0["range"]) } == ["28:3-28:11"])
    }
  }

  @Test func severalChangesComeInTheirOrder() throws {
    try editor.open("aids/phrases.md", "one\ntwo\n")
    editor.change(
      "aids/phrases.md",
      [
        ["text": "---\nkind: aid\n---\n😀 [a](b.md)\n"],
        ["range": EditorSession.range(3, 3, 3), "text": "x"],
        ["range": EditorSession.range(3, 8, 12), "text": "who-to-ring.md"],
      ])
    let links = editor.ask("definition", "aids/phrases.md", 3, 12) as? [[String: Any]]
    #expect(
      links?.count == 1 && (links?[0]["uri"] as? String)?.hasSuffix("aids/who-to-ring.md") == true)
  }

  /// While somebody types, half a picture character may be sent.
  @Test func halfACharacterBreaksNothing() throws {
    try editor.open(Self.call)
    editor.send(
      #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(editor.uri(Self.call))","version":2},"contentChanges":[{"range":{"start":{"line":18,"character":0},"end":{"line":18,"character":0}},"text":"\ud83d \\ud83d"}]}}"#
    )
    #expect(editor.findings().map(\.version) == [2])
    editor.change(Self.call, [["range": EditorSession.range(18, 0, 1), "text": "\u{1F600}"]])
    let hover = editor.ask("hover", Self.call, 20, 30) as? [String: Any]
    #expect(hover != nil)
  }

  // MARK: Features

  @Test func completionIsOffered() throws {
    try editor.open(Self.call)
    let items = try #require(editor.ask("completion", Self.call, 20, 27) as? [[String: Any]])
    #expect(items.first?["label"] as? String == "five-minutes-before")
    #expect(items.contains { $0["label"] as? String == "the-call" && $0["kind"] as? Int == 18 })
    let edit = try #require(items.first?["textEdit"] as? [String: Any])
    #expect(EditorSession.place(edit["range"]) == "20:27-20:27")
    #expect(
      (items.map { $0["sortText"] as? String ?? "" })
        == items.map { $0["sortText"] as? String ?? "" }.sorted())
    // The cast is completed in text that is being typed.
    editor.change(Self.call, [["range": EditorSession.range(18, 0, 0), "text": "**I"]])
    let people = editor.ask("completion", Self.call, 18, 3) as? [[String: Any]]
    #expect(people?.map { $0["label"] as? String } == ["Ines:**", "Bo:**", "You:**"])
  }

  @Test func hoverDefinitionReferencesAndSymbols() throws {
    try editor.open(Self.call)
    func words(_ line: Int, _ character: Int) -> String? {
      let hover = editor.ask("hover", Self.call, line, character) as? [String: Any]
      return (hover?["contents"] as? [String: String])?["value"]
    }
    #expect(words(20, 30)?.hasPrefix("**The call**") == true)
    #expect(words(20, 5)?.contains("Worth 1 point.") == true)
    #expect(words(20, 5)?.contains("From here to the end, this choice included: at most") == true)
    #expect(editor.ask("hover", Self.call, 14, 3) is NSNull)

    let definition = try #require(editor.ask("definition", Self.call, 38, 12) as? [[String: Any]])
    #expect(definition.map { $0["uri"] as? String } == [editor.uri("scenarios/quiet-word.md")])
    let with = editor.ask("references", Self.call, 28, 5, ["context": ["includeDeclaration": true]])
    let without = editor.ask(
      "references", Self.call, 28, 5, ["context": ["includeDeclaration": false]])
    #expect((with as? [Any])?.count == 5 && (without as? [Any])?.count == 4)

    let flat = try #require(
      editor.request(
        "textDocument/documentSymbol", ["textDocument": ["uri": editor.uri(Self.call)]])[
          "result"] as? [[String: Any]])
    #expect(flat.first?["name"] as? String == "Five minutes before")
    #expect(EditorSession.place((flat[0]["location"] as? [String: Any])?["range"]) == "16:0-28:0")

    let deep = try EditorSession(
      ["textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]])
    try deep.open("final.md")
    let sections = try #require(
      deep.request("textDocument/documentSymbol", ["textDocument": ["uri": deep.uri("final.md")]])[
        "result"] as? [[String: Any]])
    #expect(sections.allSatisfy { ($0["children"] as? [Any])?.isEmpty == false })
  }

  @Test func aSceneIsRenamedInAllFiles() throws {
    try editor.open(Self.call)
    let prepared = try #require(editor.ask("prepareRename", Self.call, 20, 30) as? [String: Any])
    #expect(prepared["placeholder"] as? String == "the-call")
    #expect(EditorSession.place(prepared["range"]) == "20:27-20:35")
    let edit = try #require(
      editor.ask("rename", Self.call, 20, 30, ["newName": "call"]) as? [String: Any])
    let changes = try #require(edit["changes"] as? [String: [[String: Any]]])
    #expect(changes.keys.sorted() == [editor.uri(Self.call)])
    #expect(changes.values.first?.count == 5)
    #expect(changes.values.first?.contains { $0["newText"] as? String == " {#call}" } == true)

    let refused = editor.request(
      "textDocument/rename",
      [
        "textDocument": ["uri": editor.uri(Self.call)],
        "position": ["line": 20, "character": 30], "newName": "who",
      ])
    #expect((refused["error"] as? [String: Any])?["code"] as? Int == -32803)
    #expect(((refused["error"] as? [String: Any])?["message"] as? String)?.contains("who") == true)

    let newer = try EditorSession(["workspace": ["workspaceEdit": ["documentChanges": true]]])
    try newer.open(Self.call)
    let versioned = try #require(
      newer.ask("rename", Self.call, 20, 30, ["newName": "call"]) as? [String: Any])
    let first = (versioned["documentChanges"] as? [[String: Any]])?.first
    #expect((first?["textDocument"] as? [String: Any])?["version"] as? Int == 1)
  }

  @Test func aNearMissHasAMend() throws {
    try editor.open(Self.call)
    editor.change(Self.call, [["range": EditorSession.range(20, 34, 35), "text": "m"]])
    func actions(_ only: [String]?) -> [[String: Any]] {
      var context: [String: Any] = ["diagnostics": []]
      if let only { context["only"] = only }
      return editor.request(
        "textDocument/codeAction",
        [
          "textDocument": ["uri": editor.uri(Self.call)],
          "range": EditorSession.range(20, 30, 30), "context": context,
        ])["result"] as? [[String: Any]] ?? []
    }
    let action = try #require(actions(nil).first)
    #expect((action["title"] as? String)?.hasSuffix("to “the-call”") == true)
    #expect(action["kind"] as? String == "quickfix")
    #expect(actions(["quickfix"]).count == 1 && actions(["refactor"]).isEmpty)
  }
}

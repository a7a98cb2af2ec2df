import Foundation
import RehearseCore

@testable import rehearse

/// An editor and the server in one process, with a clock that the test moves.
final class EditorSession {
  let course: String
  private let folder: Folder
  private var server: LanguageServer
  private final class Inbox { var messages: [[String: Any]] = [] }
  private let inbox: Inbox
  private var nextID = 1
  private var versions: [String: Int] = [:]
  var now = Duration.zero

  /// - Parameter capabilities: what the editor can do; nil to leave out the greeting.
  init(_ capabilities: [String: Any]? = [:]) throws {
    folder = try Folder()
    course = try folder.copyEditedCourse()
    let inbox = Inbox()
    self.inbox = inbox
    server = LanguageServer { data in
      let message = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
      inbox.messages.append(message ?? ["unreadable": String(decoding: data, as: UTF8.self)])
    }
    if let capabilities {
      _ = request("initialize", ["processId": NSNull(), "capabilities": capabilities])
      notify("initialized", [:])
    }
  }

  var exitStatus: Int32? { server.exitStatus }

  // MARK: Messages

  func send(_ text: String) { server.receive(.message(Array(text.utf8)), at: now) }

  private func send(_ message: [String: Any]) {
    guard let data = try? JSONSerialization.data(withJSONObject: message) else { return }
    server.receive(.message(Array(data)), at: now)
  }

  /// Everything that came since this was asked last.
  func take() -> [[String: Any]] {
    defer { inbox.messages = [] }
    return inbox.messages
  }

  /// The whole answer; notifications that come with it stay.
  func request(_ method: String, _ params: Any?) -> [String: Any] {
    let id = nextID
    nextID += 1
    var message: [String: Any] = ["jsonrpc": "2.0", "id": id, "method": method]
    if let params { message["params"] = params }
    send(message)
    guard let place = inbox.messages.lastIndex(where: { $0["id"] as? Int == id }) else {
      return [:]
    }
    return inbox.messages.remove(at: place)
  }

  func notify(_ method: String, _ params: Any?) {
    var message: [String: Any] = ["jsonrpc": "2.0", "method": method]
    if let params { message["params"] = params }
    send(message)
  }

  // MARK: Files

  func uri(_ path: String) -> String { "file://" + course + "/" + path }

  func text(of path: String) throws -> String { try folder.text(of: "course/" + path) }

  func write(_ text: String, to path: String) throws {
    try folder.write(text, to: "course/" + path)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: course + "/" + path)
  }

  func open(_ path: String, _ text: String? = nil) throws {
    versions[path] = 1
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": uri(path), "languageId": "markdown", "version": 1,
          "text": try text ?? self.text(of: path),
        ]
      ])
  }

  func close(_ path: String) {
    notify("textDocument/didClose", ["textDocument": ["uri": uri(path)]])
  }

  func change(_ path: String, _ changes: [[String: Any]]) {
    versions[path, default: 0] += 1
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": uri(path), "version": versions[path] ?? 0],
        "contentChanges": changes,
      ])
  }

  func change(_ path: String, to text: String) { change(path, [["text": text]]) }

  static func range(_ line: Int, _ start: Int, _ end: Int) -> [String: Any] {
    [
      "start": ["line": line, "character": start], "end": ["line": line, "character": end],
    ]
  }

  /// Asks about a place in a file.
  func ask(
    _ method: String, _ path: String, _ line: Int, _ character: Int, _ more: [String: Any] = [:]
  )
    -> Any?
  {
    let params: [String: Any] = [
      "textDocument": ["uri": uri(path)], "position": ["line": line, "character": character],
    ]
    return request("textDocument/" + method, params.merging(more) { $1 })["result"]
  }

  // MARK: Findings

  struct Published: Equatable, CustomStringConvertible {
    var path: String
    var version: Int?
    /// The rule and the place of each error.
    var findings: [String]
    /// The rules of all that is no error. Which ones there are is not what these tests are about.
    var others: [String] = []

    var description: String { "\(path)@\(version ?? 0): \(findings)" }

    static func == (a: Self, b: Self) -> Bool {
      (a.path, a.version, a.findings) == (b.path, b.version, b.findings)
    }
  }

  /// The files that are not open, and that the server told errors of.
  private var withErrors: Set<String> = []

  /// Waits, and says what the server told meanwhile: of open files everything, of others errors, and
  /// that there are none any more.
  func findings(after wait: Duration = .seconds(1)) -> [Published] {
    now += wait
    server.check(at: now)
    return take().compactMap { message in
      guard message["method"] as? String == "textDocument/publishDiagnostics",
        let params = message["params"] as? [String: Any], let uri = params["uri"] as? String,
        let found = params["diagnostics"] as? [[String: Any]]
      else { return nil }
      let errors = found.filter { $0["severity"] as? Int == 1 }
      let published = Published(
        path: uri.replacingOccurrences(of: "file://" + course + "/", with: ""),
        version: params["version"] as? Int,
        findings: errors.map { "\($0["code"] ?? "") \(Self.place($0["range"]))" },
        others: found.filter { $0["severity"] as? Int != 1 }.map { "\($0["code"] ?? "")" })
      let had = withErrors.remove(uri) != nil
      if !errors.isEmpty { withErrors.insert(uri) }
      return published.version != nil || had || !errors.isEmpty ? published : nil
    }
  }

  static func place(_ range: Any?) -> String {
    guard let range = range as? [String: [String: Int]] else { return "?" }
    func position(_ name: String) -> String {
      "\(range[name]?["line"] ?? -1):\(range[name]?["character"] ?? -1)"
    }
    return position("start") + "-" + position("end")
  }
}

extension Folder {
  /// A copy of the course that these tests know line by line, to be changed.
  func copyEditedCourse() throws -> String {
    let source = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Course"
    try FileManager.default.copyItem(atPath: source, toPath: path + "/course")
    return (path + "/course").replacingOccurrences(of: "//", with: "/")
  }
}

import Foundation
import Testing

/// The program itself, with an editor that does not know its code: everything on its standard
/// output has to be a message.
@Suite struct LanguageServerProcessTests {
  private let home: Folder
  private let course: String

  init() throws {
    home = try Folder()
    course = try home.copyEditedCourse()
  }

  private func uri(_ path: String) -> String { "file://" + course + "/" + path }

  private func greet(_ server: ServerProcess) throws {
    server.send(["id": 1, "method": "initialize", "params": ["capabilities": [:]]])
    #expect(try server.receive()["id"] as? Int == 1)
    server.send(["method": "initialized", "params": [:]])
  }

  private func open(_ server: ServerProcess, _ path: String, _ text: String) {
    server.send([
      "method": "textDocument/didOpen",
      "params": [
        "textDocument": ["uri": uri(path), "languageId": "markdown", "version": 1, "text": text]
      ],
    ])
  }

  /// The errors of one version of a file. What is told of other files is read over.
  private func findings(
    _ server: ServerProcess, of path: String, version: Int
  ) throws -> [String] {
    while true {
      let message = try server.receive()
      #expect(message["method"] as? String == "textDocument/publishDiagnostics")
      guard let params = message["params"] as? [String: Any],
        params["uri"] as? String == uri(path), params["version"] as? Int == version
      else { continue }
      let found = params["diagnostics"] as? [[String: Any]] ?? []
      return found.filter { $0["severity"] as? Int == 1 }.map { $0["code"] as? String ?? "" }
    }
  }

  @Test func anEditingSession() throws {
    let server = try ServerProcess(home: home.path)
    try greet(server)
    let path = "scenarios/last-call.md"
    open(server, path, try home.text(of: "course/" + path))
    #expect(try findings(server, of: path, version: 1) == [])

    // Typed letter by letter, and asked in between.
    for (number, letter) in ["s", "o", "o", "n"].enumerated() {
      server.send([
        "method": "textDocument/didChange",
        "params": [
          "textDocument": ["uri": uri(path), "version": number + 2],
          "contentChanges": [
            [
              "range": [
                "start": ["line": 20, "character": 27 + number],
                "end": ["line": 20, "character": 27 + number],
              ], "text": letter,
            ]
          ],
        ],
      ])
    }
    server.send([
      "id": "c", "method": "textDocument/completion",
      "params": [
        "textDocument": ["uri": uri(path)], "position": ["line": 20, "character": 31],
      ],
    ])
    var answer: [String: Any] = [:]
    while answer["id"] as? String != "c" { answer = try server.receive() }
    #expect((answer["result"] as? [Any])?.isEmpty == false)
    #expect(try findings(server, of: path, version: 5) == ["unknown-scene"])

    server.send(["id": 2, "method": "shutdown"])
    while answer["id"] as? Int != 2 { answer = try server.receive() }
    server.send(["method": "exit"])
    #expect(try server.child.waitForEnd() == 0)
    #expect(throws: ServerProcess.Failure.self) { try server.receive() }
    #expect(server.isAtEnd)
  }

  @Test func rubbishEndsNothing() throws {
    let server = try ServerProcess(home: home.path)
    server.send(raw: Array("rubbish\r\n\r\n".utf8))
    #expect((try server.receive()["error"] as? [String: Any])?["code"] as? Int == -32700)
    try greet(server)
    server.send(raw: Array("Content-Length: 5\r\n\r\n{\"a\":".utf8))
    #expect((try server.receive()["error"] as? [String: Any])?["code"] as? Int == -32700)
    server.send(raw: Array("Content-Length: 3\r\n\r\n\u{FF}\u{FE}\u{FF}".utf8.prefix(24)))
    #expect((try server.receive()["error"] as? [String: Any])?["code"] as? Int == -32700)
    // As deep as a bomb.
    let deep = String(repeating: "[", count: 200_000)
    server.send(raw: Array("Content-Length: \(deep.utf8.count)\r\n\r\n\(deep)".utf8))
    #expect((try server.receive()["error"] as? [String: Any])?["code"] as? Int == -32700)
    // Larger than a message may be.
    server.send(raw: Array("Content-Length: 70000000\r\n\r\n".utf8))
    #expect((try server.receive()["error"] as? [String: Any])?["code"] as? Int == -32700)
    let chunk = [UInt8](repeating: 0x20, count: 1_000_000)
    for _ in 0..<70 { server.send(raw: chunk) }
    server.send(["id": 3, "method": "moon"])
    #expect((try server.receive()["error"] as? [String: Any])?["code"] as? Int == -32601)
  }

  @Test func theEndOfTheInputIsTheEnd() throws {
    let server = try ServerProcess(home: home.path)
    try greet(server)
    server.closeInput()
    #expect(try server.child.waitForEnd() == 1)
    let hasty = try ServerProcess(home: home.path)
    hasty.send(["method": "exit"])
    #expect(try hasty.child.waitForEnd() == 1)
  }

  /// Editors that know it by its name and option start it so.
  @Test func theOptionStdioIsTaken() throws {
    let server = try ServerProcess(["lsp", "--stdio"], home: home.path)
    try greet(server)
  }
}

/// The server behind pipes.
final class ServerProcess {
  let child: Child
  private var input: Int32
  private let output: Int32
  private var buffer: [UInt8] = []
  private(set) var isAtEnd = false

  init(_ arguments: [String] = ["lsp"], home: String) throws {
    var toServer: [Int32] = [-1, -1]
    var fromServer: [Int32] = [-1, -1]
    try Child.starting.withLock { _ in
      guard pipe(&toServer) == 0, pipe(&fromServer) == 0 else {
        throw Child.Failure(message: "no pipe")
      }
      for end in toServer + fromServer { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    let ends = (toServer[0], fromServer[1])
    child = try Child([Program.path] + arguments, home: home, environment: [:]) { actions in
      posix_spawn_file_actions_adddup2(&actions, ends.0, STDIN_FILENO)
      posix_spawn_file_actions_adddup2(&actions, ends.1, STDOUT_FILENO)
    }
    close(ends.0)
    close(ends.1)
    input = toServer[1]
    output = fromServer[0]
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    child.kill()
    _ = try? child.waitForEnd()
    closeInput()
    close(output)
  }

  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  func send(_ message: [String: Any]) {
    var message = message
    message["jsonrpc"] = "2.0"
    guard let body = try? JSONSerialization.data(withJSONObject: message) else { return }
    send(raw: Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }

  func send(raw bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The next message; nothing else may stand before it.
  func receive() throws -> [String: Any] {
    let end = try read { $0.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound }
    let header = String(decoding: buffer[..<end], as: UTF8.self)
    guard let match = header.wholeMatch(of: /Content-Length: (\d+)\r\n\r\n/),
      let length = Int(match.output.1)
    else { throw Failure(description: "no header: \(header)") }
    buffer.removeFirst(end)
    _ = try read { $0.count >= length ? length : nil }
    defer { buffer.removeFirst(length) }
    let body = try JSONSerialization.jsonObject(with: Data(buffer[..<length]))
    guard let message = body as? [String: Any], message["jsonrpc"] as? String == "2.0" else {
      throw Failure(description: "no message: \(body)")
    }
    return message
  }

  /// Reads on until something is found in what came.
  private func read(until find: ([UInt8]) -> Int?) throws -> Int {
    let deadline = ContinuousClock.now + .seconds(20)
    while true {
      if let found = find(buffer) { return found }
      guard ContinuousClock.now < deadline else { throw Failure(description: "nothing came") }
      var watched = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, 200) > 0 else { continue }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = Foundation.read(output, &chunk, chunk.count)
      guard count > 0 else {
        isAtEnd = true
        throw Failure(
          description: "the server ended; left: \(String(decoding: buffer, as: UTF8.self))")
      }
      buffer += chunk[..<count]
    }
  }
}

import Foundation
import Testing

/// Language clients that others wrote.
private enum Clients {
  static var folder: String {
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Clients/"
  }

  /// `REHEARSE_PYTHON` names a Python that has pygls 2.
  static let python: String? = {
    let python = ProcessInfo.processInfo.environment["REHEARSE_PYTHON"] ?? "/usr/bin/python3"
    let works = run([python, "-c", "import pygls.lsp.client, lsprotocol.types"])?.status == 0
    return works ? python : nil
  }()

  static let neovim = "/usr/bin/nvim"

  /// Runs another program to its end; nil if there is none.
  static func run(
    _ command: [String], environment: [String: String] = [:]
  ) -> Program.Output? {
    guard access(command[0], X_OK) == 0, let files = try? Folder(),
      let outFile = try? files.write("", to: "out")
    else { return nil }
    let out = Foundation.open(outFile, O_WRONLY | O_CLOEXEC)
    defer { close(out) }
    guard
      let child = try? Child(
        command, home: files.path, environment: environment,
        { actions in
          posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
          posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO)
          posix_spawn_file_actions_adddup2(&actions, out, STDERR_FILENO)
        }), let status = try? child.waitForEnd(within: .seconds(60)),
      let text = try? files.text(of: "out")
    else { return nil }
    return Program.Output(status: status, out: text, error: "")
  }
}

/// The server with them, where they are installed.
@Suite struct ThirdPartyClientTests {
  @Test(.enabled(if: Clients.python != nil, "pygls is not installed"))
  func pygls() throws {
    let home = try Folder()
    let course = try home.copyEditedCourse()
    let output = try #require(
      Clients.run([Clients.python ?? "", Clients.folder + "pygls_client.py", Program.path, course]))
    #expect(
      output.out.split(separator: "\n") == [
        "server rehearse utf-16", "opened 0", "found unknown-scene 20:2-20:36 Error",
        "mend Change “the-calm” to “the-call”", "mended 0",
        "completion five-minutes-before the-call her-question the-line-drops who found-out signed "
          + "still-yours sour",
        "definition 28:3-28:11", "references 5", "hover **The call** `#the-call`",
        "symbols 9 Five minutes before", "prepared the-call 20:27-20:35",
        "renamed 20:27-20:35call 22:82-22:90call 25:13-25:21call 25:39-25:47call "
          + "28:11-28:11 {#call}",
        "refused “who” is there already: choose another name.", "done",
      ], "\(output.out)")
  }

  @Test(.enabled(if: access(Clients.neovim, X_OK) == 0, "Neovim is not installed"))
  func neovim() throws {
    let home = try Folder()
    let course = try home.copyEditedCourse()
    let output = Clients.run(
      [Clients.neovim, "--headless", "--clean", "-c", "luafile \(Clients.folder)neovim.lua"],
      environment: [
        "REHEARSE": Program.path, "COURSE": course, "LOG": home.path + "/log",
        "XDG_STATE_HOME": home.path,
      ])
    let log = try home.text(of: "log")
    #expect(
      log.split(separator: "\n") == [
        "found unknown-scene 20:2", "mend Change “the-calm” to “the-call”",
        "mended - [Read the open tickets](#the-call) `points 1 preparation` `set read-tickets`",
        "completion 9 the-call", "definition ## The call", "renamed 0 4 1", "ended 0",
      ], "\(log) \(output?.out ?? "")")
  }
}

import Foundation
import Testing

/// No command opens a socket.
@Suite(.enabled(if: SystemCalls.canBeSeen, "System calls can be seen with strace only."))
struct NetworkTests {
  @Test(arguments: [
    ("home", "10m\n\noutline\n10\n\nlast-call\ny\n1\n1\nWords\n1\n1\nnotes\nprogress\nq\n"),
    ("play @/why-handovers-fail", "links\nopen 1\n\n"),
    ("play @/last-call --answers -", "1\nWords\n1\n1\n"),
    ("play @/final --assessed --answers - --json", "skip\nskip\nskip\nskip\ndone\n"),
    ("checklist first-week --for X", "\n\n\n\ndone\n"),
    ("checklist first-week --for X --export %/x.html", ""),
    ("check @", ""), ("debrief", ""), ("progress --json", ""), ("backup %/backup", ""),
    ("restore %/backup", ""), ("new course Late --in %", ""), ("pack @ --out %/it.rehearse", ""),
    ("install @", ""), ("courses", ""), ("remove handover --yes", ""),
  ])
  func opensNoSocket(_ arguments: String, _ input: String) throws {
    let home = try Folder()
    // So that there is something to show, to export and to take back.
    for (words, lines) in [
      ("play @/quiet-word --answers -", "1\n"), ("checklist first-week --for X", "\n"),
      ("backup %/backup", ""),
    ] where words != arguments { _ = try run(words, lines, home) }
    let trace = home.path + "/trace"
    let output = try run(
      arguments, input, home,
      through: ["/usr/bin/strace", "-f", "-o", trace, "-e", "trace=network"])
    #expect(output.status == 0, "\(output)")
    let calls = try home.text(of: "trace").split(separator: "\n")
    #expect(!calls.isEmpty)
    for call in calls {
      #expect(!call.contains(/AF_INET|AF_NETLINK|connect\(|sendto\(|bind\(/), "\(call)")
    }
  }

  private func run(
    _ words: String, _ input: String, _ home: Folder, through wrapper: [String] = []
  ) throws -> Program.Output {
    let arguments = words.split(separator: " ").map {
      $0.replacingOccurrences(of: "@", with: EveryConstruct.path)
        .replacingOccurrences(of: "%", with: home.path)
    }
    return try Program.run(arguments, input: input, home: home.path, through: wrapper)
  }
}

enum SystemCalls {
  static let canBeSeen: Bool = {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"),
      let folder = try? Folder()
    else { return false }
    let output = try? Program.run(
      ["--version"], home: folder.path,
      through: ["/usr/bin/strace", "-o", folder.path + "/trace", "-e", "trace=network"])
    return output?.status == 0
  }()
}

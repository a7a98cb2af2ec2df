import Foundation
import Testing

/// The program behind two pipes: answers go in one by one, and each next prompt says that the
/// answer before it is on the disk.
final class PipeSession {
  let child: Child
  private let input: Int32
  private let outputEnd: Int32
  private var output: ChildOutput

  init(_ arguments: [String], home: String) throws {
    var ends: (read: [Int32], write: [Int32]) = ([-1, -1], [-1, -1])
    // The ends must not reach the children of other tests.
    try Child.starting.withLock { _ in
      for number in 0...1 {
        var pair: [Int32] = [-1, -1]
        guard pipe(&pair) == 0 else { throw Child.Failure(message: "no pipe") }
        for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (ends.read[number], ends.write[number]) = (pair[0], pair[1])
      }
    }
    child = try Child([Program.path] + arguments, home: home, environment: [:]) { actions in
      posix_spawn_file_actions_adddup2(&actions, ends.read[0], STDIN_FILENO)
      posix_spawn_file_actions_adddup2(&actions, ends.write[1], STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, ends.write[1], STDERR_FILENO)
    }
    close(ends.read[0])
    close(ends.write[1])
    input = ends.write[0]
    outputEnd = ends.read[1]
    output = ChildOutput(outputEnd)
    // Writing to a program that was killed is to fail, not to kill the tests.
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    child.kill()
    _ = try? child.waitForEnd()
    close(input)
    close(outputEnd)
  }

  /// What is on the screen when the program asks; nil when it ended instead.
  func prompt() -> String? {
    let asks = output.wait {
      $0.hasSuffix("\n> ") || $0.hasSuffix("You: ") || $0.hasSuffix("(y/n) ")
        || $0.hasSuffix(", ?) ")
    }
    defer { output.forget() }
    return asks ? output.text : nil
  }

  func answer(_ line: String) {
    let bytes = [UInt8]((line + "\n").utf8)
    _ = write(input, bytes, bytes.count)
  }
}

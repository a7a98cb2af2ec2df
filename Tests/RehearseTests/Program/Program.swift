import Foundation
import Synchronization
import Testing

/// The program itself, as `swift build` makes it beside these tests.
enum Program {
  static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "/rehearse"
  }()

  struct Output {
    var status: Int32
    var out: String
    var error: String
  }

  /// Runs it to its end, with no more of an environment than is given.
  static func run(
    _ arguments: [String], input: String = "", home: String, environment: [String: String] = [:],
    in folder: String? = nil, through wrapper: [String] = [],
    within patience: Duration = .seconds(20)
  ) throws -> Output {
    let files = try Folder()
    let inFile = try files.write(input, to: "in")
    let outFile = try files.write("", to: "out")
    let errorFile = try files.write("", to: "error")
    let command =
      (folder.map { ["/usr/bin/env", "-C", $0] } ?? []) + wrapper + [path] + arguments
    let descriptors = [
      open(inFile, O_RDONLY | O_CLOEXEC), open(outFile, O_WRONLY | O_CLOEXEC),
      open(errorFile, O_WRONLY | O_CLOEXEC),
    ]
    defer { for descriptor in descriptors { close(descriptor) } }
    let child = try Child(command, home: home, environment: environment) { actions in
      for (number, descriptor) in descriptors.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
      }
    }
    let status = try child.waitForEnd(within: patience)
    return Output(
      status: status, out: try files.text(of: "out"), error: try files.text(of: "error"))
  }
}

/// A process that a test started.
final class Child: Sendable {
  let id: pid_t

  struct Failure: Error {
    var message: String
  }

  /// Descriptors that are about to close themselves must not reach the child of another test.
  static let starting = Mutex(())

  /// `POSIX_SPAWN_SETSID`, which the module of the C library leaves out.
  private static let newSession: Int16 = 0x80

  init(
    _ command: [String], home: String, environment: [String: String], isSession: Bool = false,
    _ prepare: (inout posix_spawn_file_actions_t) -> Void
  ) throws {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads of the tests have signals blocked, and some that were ignored.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGWINCH, SIGHUP] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
        | (isSession ? Self.newSession : 0))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    prepare(&actions)
    var surroundings = [
      "PATH": "/usr/bin:/bin", "HOME": home, "REHEARSE_HOME": home, "LC_ALL": "C.UTF-8",
      "TZ": "UTC",
    ]
    surroundings.merge(environment) { $1 }
    var arguments = command.map { strdup($0) } + [nil]
    var variables = surroundings.map { strdup("\($0)=\($1)") } + [nil]
    defer { for string in arguments + variables { free(string) } }
    var process: pid_t = 0
    let code = Self.starting.withLock { _ in
      posix_spawn(&process, command[0], &actions, &attributes, &arguments, &variables)
    }
    guard code == 0 else {
      throw Failure(message: "\(command[0]): \(String(cString: strerror(code)))")
    }
    id = process
  }

  /// The status that it exits with; 128 and the number of the signal that ended it.
  @discardableResult
  func waitForEnd(within patience: Duration = .seconds(20)) throws -> Int32 {
    let deadline = ContinuousClock.now + patience
    var pause: UInt32 = 200
    while true {
      if let status = poll() { return status }
      guard ContinuousClock.now < deadline else {
        kill()
        _ = poll(forever: true)
        throw Failure(message: "It did not end in time.")
      }
      usleep(pause)
      pause = min(pause * 2, 5_000)
    }
  }

  /// The status, once there is one. Its number is not asked for again then: another may have it.
  private func poll(forever: Bool = false) -> Int32? {
    ended.withLock { ended in
      if let ended { return ended }
      var status: Int32 = 0
      guard waitpid(id, &status, forever ? 0 : WNOHANG) == id else { return nil }
      let signal = status & 0x7F
      ended = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
      return ended
    }
  }

  func kill(_ signal: Int32 = SIGKILL) {
    ended.withLock { if $0 == nil { _ = Foundation.kill(id, signal) } }
  }

  private let ended = Mutex<Int32?>(nil)
}

/// Reads what a child writes, as far as it came.
struct ChildOutput {
  let descriptor: Int32
  private(set) var text = ""
  private(set) var isAtEnd = false
  private var bytes: [UInt8] = []

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Reads on until the text from `start` on is as wanted. False at the end of the output, or when
  /// nothing more came for that long.
  mutating func wait(
    _ patience: Duration = .seconds(10), until isWanted: (String) -> Bool
  ) -> Bool {
    let deadline = ContinuousClock.now + patience
    while !isWanted(text) {
      guard !isAtEnd, ContinuousClock.now < deadline else { return false }
      read(milliseconds: 100)
    }
    return true
  }

  /// Forgets what was read.
  mutating func forget() {
    bytes = []
    text = ""
  }

  mutating func read(milliseconds: Int32) {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(descriptor, &chunk, chunk.count)
    // A terminal whose other side is closed gives an error.
    guard count > 0 else {
      isAtEnd = true
      return
    }
    bytes += chunk[..<count]
    text = String(decoding: bytes, as: UTF8.self)
  }
}

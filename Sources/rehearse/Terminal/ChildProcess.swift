import Glibc

/// Programs that ours starts. There is no shell in between: arguments are what they are.
enum ChildProcess {
  enum Failure: Error, Equatable {
    /// No such program on the search path.
    case notFound(program: String)
    /// The system refused, for the reason that `errno` gives.
    case refused(program: String, errno: Int32)
    /// Was still at work when it should have been done, and was ended.
    case tookTooLong(program: String)
  }

  enum Ending: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
    /// Was let go, and still ran when we stopped looking.
    case running
  }

  /// Runs a program and waits for its end. It has the terminal, unless `input` or `output` say
  /// otherwise; Ctrl-C is for it alone.
  static func run(
    _ arguments: [String], input: Int32? = nil, output: Int32? = nil
  ) throws(Failure) -> Ending {
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    let process = try start(arguments, flags: 0, input: input, output: output)
    return wait(for: process, options: 0) ?? .exited(0)
  }

  /// Starts a program in a session of its own, without our terminal, and goes on. Looks after it for
  /// `patience`, to hear of a failure at the start.
  static func detach(
    _ arguments: [String], patience: Duration = .milliseconds(500)
  ) throws(Failure) -> Ending {
    let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { if nowhere >= 0 { close(nowhere) } }
    let end = nowhere >= 0 ? nowhere : nil
    let process = try start(arguments, flags: newSession, input: end, output: end)
    let deadline = ContinuousClock.now + patience
    repeat {
      if let ending = wait(for: process, options: WNOHANG) { return ending }
      usleep(10_000)
    } while ContinuousClock.now < deadline
    return .running
  }

  /// Hands a program its whole input, and takes its whole output and what it says of errors. It has
  /// nothing of the terminal.
  static func filter(
    _ arguments: [String], input: [UInt8], patience: Duration
  ) throws(Failure) -> (ending: Ending, output: [UInt8], error: [UInt8]) {
    let program = arguments.first ?? ""
    let files = [tmpfile(), tmpfile(), tmpfile()]
    defer { for case let file? in files { fclose(file) } }
    guard let given = files[0], let output = files[1], let error = files[2] else {
      throw .refused(program: program, errno: errno)
    }
    guard fwrite(input, 1, input.count, given) == input.count, fflush(given) == 0 else {
      throw .refused(program: program, errno: errno)
    }
    rewind(given)
    for case let file? in files { _ = fcntl(fileno(file), F_SETFD, FD_CLOEXEC) }
    let process = try start(
      arguments, flags: 0, input: fileno(given), output: fileno(output), error: fileno(error))
    let deadline = ContinuousClock.now + patience
    while true {
      if let ending = wait(for: process, options: WNOHANG) {
        return (ending, bytes(of: output), bytes(of: error))
      }
      guard ContinuousClock.now < deadline else { break }
      usleep(2_000)
    }
    kill(process, SIGKILL)
    _ = wait(for: process, options: 0)
    throw .tookTooLong(program: program)
  }

  private static func bytes(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    rewind(file)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// `POSIX_SPAWN_SETSID`, which the module of the C library leaves out.
  private static let newSession: Int16 = 0x80

  private static func start(
    _ arguments: [String], flags: Int16, input: Int32?, output: Int32?, error: Int32? = nil
  ) throws(Failure) -> pid_t {
    guard let program = arguments.first else { throw .notFound(program: "") }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Ignored signals stay ignored in a child, and so does a mask: both are given back.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    posix_spawnattr_setsigmask(&attributes, &defaults)
    for signal in [SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGWINCH] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(
      &attributes, flags | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
      if flags & newSession != 0 {
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
      }
    }
    if let error { posix_spawn_file_actions_adddup2(&actions, error, STDERR_FILENO) }
    var strings = arguments.map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    var process: pid_t = 0
    switch posix_spawnp(&process, program, &actions, &attributes, strings, environ) {
    case 0: return process
    case ENOENT: throw .notFound(program: program)
    case let error: throw .refused(program: program, errno: error)
    }
  }

  /// Nil while it runs, if the options are not to wait.
  private static func wait(for process: pid_t, options: Int32) -> Ending? {
    var status: Int32 = 0
    while true {
      switch waitpid(process, &status, options) {
      case process:
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
      case 0: return nil
      default: if errno != EINTR { return .exited(0) }
      }
    }
  }
}

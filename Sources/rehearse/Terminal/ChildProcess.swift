import Glibc

/// Programs that ours starts. There is no shell in between: arguments are what they are.
enum ChildProcess {
  enum Failure: Error, Equatable {
    /// No such program on the search path.
    case notFound(program: String)
    /// The system refused, for the reason that `errno` gives.
    case refused(program: String, errno: Int32)
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

  /// `POSIX_SPAWN_SETSID`, which the module of the C library leaves out.
  private static let newSession: Int16 = 0x80

  private static func start(
    _ arguments: [String], flags: Int16, input: Int32?, output: Int32?
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

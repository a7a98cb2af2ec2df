import Glibc

/// Chooses the console for how the program was started.
enum StandardConsole {
  enum Failure: Error, Equatable {
    /// The file of `--answers` could not be opened, for the reason that `errno` gives.
    case unreadableAnswers(path: String, errno: Int32)
  }

  /// Opens whichever of the three standard descriptors the program was started without, so that no
  /// file or database gets its number and the words that were meant for the screen. To be called
  /// before anything is opened.
  static func openStandardDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is the one that is missing. Writing to it fails, as it should.
      _ = Glibc.open("/dev/null", O_RDONLY)
    }
  }

  /// `answers` is the file of `--answers`, `-` for standard input; nil where a person answers.
  /// `echoesAnswers` is false where the output is for a program.
  /// `historyDirectory` is where the lines typed are kept for the arrow keys.
  ///
  /// Readline needs a terminal at both ends, and one that can move its cursor; all else reads plain
  /// lines.
  static func make(
    plain: Bool, answers: String? = nil, echoesAnswers: Bool = true, historyDirectory: String?,
    environment: [String: String]
  ) throws(Failure) -> any Console {
    openStandardDescriptors()
    CharacterLocale.prepare()
    let output = TextOutput(descriptor: STDOUT_FILENO)
    let theme = Theme(isTerminal: output.isTerminal, plain: plain, environment: environment)
    let readsTerminal = isatty(STDIN_FILENO) == 1 && output.isTerminal
    if let answers {
      let descriptor = try open(answers)
      return LineConsole(
        .descriptor(descriptor), output: output, theme: theme,
        echoes: echoesAnswers && isatty(descriptor) == 0, environment: environment)
    }
    let terminal = environment["TERM"] ?? ""
    guard readsTerminal, !["", "dumb"].contains(terminal) else {
      return LineConsole(
        .descriptor(STDIN_FILENO), output: output, theme: theme,
        echoes: echoesAnswers && isatty(STDIN_FILENO) == 0, isInteractive: readsTerminal, environment: environment)
    }
    return ReadlineConsole(
      theme: theme, historyDirectory: historyDirectory, environment: environment)
  }

  private static func open(_ path: String) throws(Failure) -> Int32 {
    guard path != "-" else { return STDIN_FILENO }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadableAnswers(path: path, errno: errno) }
    return descriptor
  }
}

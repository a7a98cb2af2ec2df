import Glibc

/// Shows a web page or writes a mail, in whatever the user has for that.
struct Opener {
  enum Failure: Error, Equatable {
    /// Only `http`, `https` and `mailto` are handed on: a course is foreign text, and anything else
    /// could start anything.
    case unsupported(destination: String)
    /// Neither `$BROWSER` nor a desktop with `xdg-open`.
    case noBrowser(destination: String)
    case failed(program: String, destination: String)

    /// For the learner: what happened, and the address to take elsewhere.
    var message: StyledText {
      switch self {
      case .unsupported(let destination):
        "Only web and mail addresses can be opened. This link leads to \(destination)"
      case .noBrowser(let destination):
        "There is no browser here to open it with. The address is \(destination)"
      case .failed(let program, let destination):
        "\(program) could not open it. The address is \(destination)"
      }
    }
  }

  let environment: [String: String]
  private let launch: ([String]) throws(ChildProcess.Failure) -> ChildProcess.Ending

  init(
    environment: [String: String],
    launch: @escaping ([String]) throws(ChildProcess.Failure) -> ChildProcess.Ending = {
      arguments throws(ChildProcess.Failure) in try ChildProcess.detach(arguments)
    }
  ) {
    self.environment = environment
    self.launch = launch
  }

  func open(_ destination: String) throws(Failure) {
    guard Self.supports(destination) else { throw .unsupported(destination: destination) }
    var lastTried: String?
    for command in commands(for: destination) {
      do throws(ChildProcess.Failure) {
        switch try launch(command) {
        case .exited(0), .running: return
        case .exited, .killed: lastTried = command[0]
        }
      } catch {
        if case .refused(let program, _) = error { lastTried = program }
      }
    }
    guard let lastTried else { throw .noBrowser(destination: destination) }
    throw .failed(program: lastTried, destination: destination)
  }

  static func supports(_ destination: String) -> Bool {
    guard let scheme = LinkTable.scheme(of: destination),
      ["http", "https", "mailto"].contains(scheme)
    else { return false }
    // Nothing that a program could take for the end of the address.
    return destination.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }

  /// What to try, in order: `$BROWSER` is a list of commands with colons between, where `%s` stands
  /// for the address; then the desktop's own.
  private func commands(for destination: String) -> [[String]] {
    var commands: [[String]] = []
    for entry in (environment["BROWSER"] ?? "").split(separator: ":") {
      var words = entry.split(separator: " ").map(String.init)
      guard !words.isEmpty else { continue }
      if words.contains(where: { $0.contains("%s") }) {
        words = words.map { word in
          word.split(separator: "%s", omittingEmptySubsequences: false).joined(
            separator: destination)
        }
      } else {
        words.append(destination)
      }
      commands.append(words)
    }
    let hasDesktop = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
    if hasDesktop { commands.append(["xdg-open", destination]) }
    return commands
  }
}

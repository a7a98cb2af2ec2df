import RehearseCore

/// What a question came to.
enum Reply: Equatable {
  /// A line without a colon in front, trimmed.
  case line(String)
  /// `:name rest`
  case command(String, String)
  case leave
  case timeUp
}

/// Asking, the same way at every prompt: `?` explains, Ctrl-C asks once before it leaves, Ctrl-D
/// leaves, and `:quit` too. Whatever was confirmed is on the disk already.
struct Dialogue {
  let console: any Console

  /// The commands that work everywhere, with what they do.
  static let commands: [(name: String, help: String)] = [
    ("aid", ":aid shows the job aids, :aid NAME opens one"),
    ("hint", ":hint gives the next hint, where there is one"),
    ("undo", ":undo takes the last step back, in practice; :undo 3 takes three"),
    ("show", ":show shows again where you are"),
    ("note", ":note TEXT keeps a note of your own"),
    ("notes", ":notes shows your notes"),
    ("save", ":save says what is saved (everything you confirmed)"),
    ("restart", ":restart begins this unit anew"),
    ("quit", ":quit leaves; you go on later where you stopped"),
  ]

  /// Those that also mean something outside a unit.
  static let commandsAtHand = commands.filter {
    AtHand.names.contains($0.name) || $0.name == "quit"
  }

  /// Asks until there is something to act on. `help` explains what can be said here.
  func ask(
    _ prompt: Prompt, help: [String], commands: [(name: String, help: String)] = Self.commands
  ) -> Reply {
    var prompt = prompt
    prompt.completions += commands.map { ":" + $0.name }
    while true {
      switch console.ask(prompt) {
      case .timedOut: return .timeUp
      case .endOfInput: return .leave
      case .interrupted:
        if confirmsLeaving() { return .leave }
        prompt.draft = ""
      case .line(let line):
        let line = line.withoutControls.trimmingBlanks
        if line == "?" || line == ":help" || line == ":?" {
          explain(help, commands)
          continue
        }
        guard line.hasPrefix(":"), line != ":" else { return .line(line) }
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
        let word = parts.first.map { $0.lowercased() } ?? ""
        let rest = parts.count == 2 ? String(parts[1]).trimmingBlanks : ""
        guard let name = Self.command(word, among: commands.map(\.name)) else {
          let near = NearMiss.of(word, among: commands.map(\.name))
          console.writeParagraph(
            StyledText(
              "There is no command :\(word)."
                + (near.map { " Did you mean :\($0)?" } ?? "") + " ? lists what can be said here."))
          continue
        }
        if name == "quit" { return .leave }
        return .command(name, rest)
      }
    }
  }

  /// A question that yes or no answers; Enter means no.
  func confirms(_ question: String) -> Bool {
    while true {
      switch console.ask(Prompt(question + " (y/n) ", completions: ["yes", "no"])) {
      case .line(let line):
        switch line.trimmingBlanks.lowercased() {
        case "y", "yes": return true
        case "", "n", "no": return false
        default: console.writeParagraph("Please type y for yes or n for no.")
        }
      case .interrupted, .endOfInput, .timedOut: return false
      }
    }
  }

  func confirmsLeaving() -> Bool {
    console.writeParagraph("Everything that you confirmed is saved.")
    switch console.ask(Prompt("Leave? Enter stays, y or Ctrl-C leaves: ")) {
    case .line(let line): return ["y", "yes"].contains(line.trimmingBlanks.lowercased())
    case .interrupted, .endOfInput: return true
    case .timedOut: return false
    }
  }

  /// A command by its name or by a beginning that fits one alone.
  private static func command(_ word: String, among names: [String]) -> String? {
    if names.contains(word) { return word }
    if word == "q" { return "quit" }
    let fitting = names.filter { !word.isEmpty && $0.hasPrefix(word) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func explain(_ help: [String], _ commands: [(name: String, help: String)]) {
    console.writeLine()
    for line in help { console.writeParagraph(StyledText(line)) }
    console.writeParagraph("Everywhere:")
    for command in commands {
      console.writeParagraph(StyledText(command.help), first: "  ", rest: "    ")
    }
    console.writeParagraph(
      "Ctrl-C asks before it leaves, Ctrl-D leaves.", first: "  ", rest: "    ")
  }
}

extension String {
  /// What a person can have meant to type: a paste or a pipe may hold control characters too, and
  /// the record keeps no text with a NUL.
  fileprivate var withoutControls: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { $0 == "\n" || $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F }))
  }
}

extension StringProtocol {
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

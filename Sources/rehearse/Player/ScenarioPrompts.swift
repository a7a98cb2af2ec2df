import RehearseCore
import RehearseStore

extension UnitPlayer {
  /// “In your own words”, before the choices show.
  mutating func askOwnWords() throws -> Ending? {
    place.blank()
    place.write("What would you say? Type it in your own words; then you see the choices.")
    let reply = dialogue.ask(
      Prompt("You: ", history: .words, timeout: nil),
      help: [
        "Type the words that you would use with this customer. They are kept and shown in the"
          + " debrief beside the option that you take. Enter alone goes straight to the choices."
      ])
    switch reply {
    case .line(let line) where Words.integer(line) != nil:
      place.write(
        "The choices come next. First what you would say, or Enter to go straight to them.")
      return nil
    case .line(let words): return try record(.say(words))
    case .command(let name, let rest): return try obey(name, rest)
    case .leave, .timeUp: return .left
    }
  }

  mutating func askChoice(_ choices: [OfferedChoice]) throws -> Ending? {
    place.console.keepTogether {
      place.blank()
      for (number, choice) in choices.enumerated() {
        screen.numbered(number + 1, of: choices.count, choice.text)
      }
    }
    let numbers =
      choices.count == 1 ? "1 to go on" : "the number of a choice, 1 to \(choices.count)"
    while true {
      let reply = dialogue.ask(
        Prompt(
          "> ", history: .choice,
          completions: (1...max(choices.count, 1)).map(String.init)
            + choices.map { Self.typeable($0.text.plainText) }),
        help: [
          "Type the number of what you say or do, from 1 to \(choices.count). Tab completes the"
            + " words of a choice too."
        ])
      switch reply {
      case .line(let line):
        guard let index = Self.index(of: line, in: choices.map(\.text.plainText)) else {
          place.write(
            line.isEmpty
              ? "Type \(numbers)." : "“\(line)” is none of the choices. Type \(numbers).")
          continue
        }
        return try record(.choose(choices[index].index))
      case .command(let name, let rest): return try obey(name, rest)
      case .leave, .timeUp: return .left
      }
    }
  }

  /// A number from 1, or the words of one choice, or the beginning of one alone.
  static func index(of line: String, in texts: [String]) -> Int? {
    if let number = Words.integer(line) {
      return texts.indices.contains(number - 1) ? number - 1 : nil
    }
    let wanted = typeable(line).lowercased()
    guard wanted.count >= 3 else { return nil }
    let fitting = texts.indices.filter { typeable(texts[$0]).lowercased().hasPrefix(wanted) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// A choice as a keyboard has it: without the quotation marks around it, and with straight
  /// apostrophes.
  private static func typeable(_ text: String) -> String {
    var text = text.trimmingBlanks[...]
    while let first = text.first, "“”„\"«".contains(first) { text.removeFirst() }
    while let last = text.last, "“”\"»".contains(last) { text.removeLast() }
    return String(text.map { $0 == "’" ? "'" : $0 })
  }
}

import Foundation
import RehearseCore
import RehearseStore

extension UnitPlayer {
  mutating func askQuestion(_ put: PutQuestion) throws -> Ending? {
    guard timeLeft() != nil else { return try endTime() }
    place.console.keepTogether { screen.question(put, timeLeft: timeLeft()?.words.first) }
    let (ask, help) = put.question.form.instructions(put)
    while true {
      guard let remaining = timeLeft() else { return try endTime() }
      let reply = dialogue.ask(
        Prompt(
          ask, history: answerHistory, completions: put.question.form.completions,
          timeout: remaining.timeout),
        help: [
          help, "skip leaves the question for later; done hands in what you have.",
        ])
      switch reply {
      case .line("skip"): return try record(.answer(.skipped))
      case .line("done"):
        guard dialogue.confirms("Hand in now? Questions without an answer earn nothing.") else {
          continue
        }
        return try record(.finish)
      case .line(let line):
        do {
          return try record(
            .answer(try put.question.form.type.answer(line, order: put.order)))
        } catch let refusal as AnswerRefusal {
          place.write(refusal.explanation)
        }
      case .command("hint", _):
        if let ending = try record(.hint) { return ending }
        continue
      case .command(let name, let rest): return try obey(name, rest)
      case .leave: return .left
      case .timeUp: return try endTime()
      }
    }
  }

  mutating func askConfidence(_ put: PutQuestion) throws -> Ending? {
    while true {
      guard let remaining = timeLeft() else { return try endTime() }
      let reply = dialogue.ask(
        Prompt(
          "How sure are you? 1 not very, 2 fairly, 3 very: ", history: .answer,
          completions: ["1", "2", "3"], timeout: remaining.timeout),
        help: [
          "If you are right, 1, 2 or 3 earn as many marks of confidence; if you are wrong, they"
            + " cost 0, 2 or 6. They stand beside the plain score and do not change it."
        ])
      switch reply {
      case .line(let line):
        guard let level = Words.integer(line), (1...3).contains(level) else {
          place.write("Type 1, 2 or 3.")
          continue
        }
        return try record(.confidence(level))
      case .command(let name, let rest): return try obey(name, rest)
      case .leave: return .left
      case .timeUp: return try endTime()
      }
    }
  }

  mutating func askRubric(
    _ put: PutQuestion, _ free: FreeAnswer, _ answer: String
  ) throws -> Ending? {
    place.heading("Mark your own answer")
    place.write(put.question.stem.plainText, .strong)
    place.write(StyledText(answer), first: "  ", rest: "  ")
    place.blank()
    place.write("Which of these does it do?")
    for (index, criterion) in free.criteria.enumerated() {
      screen.numbered(index + 1, of: free.criteria.count, criterion.text)
    }
    while true {
      let reply = dialogue.ask(
        Prompt("Numbers, or none: ", history: .answer, completions: ["none"]),
        help: [
          "Type the numbers of the criteria that your answer meets, such as 1 3, or none."
            + " The result says that you marked this part yourself."
        ])
      switch reply {
      case .line(let line):
        if ["none", "0", ""].contains(line.lowercased()) { return try record(.rate([])) }
        let numbers = line.split { " ,;".contains($0) }.compactMap { Words.integer($0) }
        guard !numbers.isEmpty, numbers.allSatisfy({ free.criteria.indices.contains($0 - 1) })
        else {
          place.write("Type numbers from 1 to \(free.criteria.count), or none.")
          continue
        }
        return try record(.rate(Set(numbers).map { $0 - 1 }.sorted()))
      case .command(let name, let rest): return try obey(name, rest)
      case .leave, .timeUp: return .left
      }
    }
  }

  mutating func askHandIn(_ leftOut: Int) throws -> Ending? {
    let questions = leftOut == 1 ? "One question has" : "\(leftOut) questions have"
    place.blank()
    place.write("\(questions) no answer yet.")
    guard let remaining = timeLeft() else { return try endTime() }
    let reply = dialogue.ask(
      Prompt(
        "back to them (Enter), or done: ", history: .command, completions: ["back", "done"],
        timeout: remaining.timeout),
      help: ["Enter goes back to the questions that you left out; done hands in."])
    switch reply {
    case .line("done"): return try record(.finish)
    case .line("back"), .line(""): return try record(.answer(.skipped))
    case .line:
      place.write("Type done to hand in, or press Enter to go back.")
      return nil
    case .command(let name, let rest): return try obey(name, rest)
    case .leave: return .left
    case .timeUp: return try endTime()
    }
  }

  /// In an assessed attempt the arrow keys do not bring earlier answers back.
  private var answerHistory: HistoryKind? { session.setup.mode == .assessed ? nil : .answer }

  private mutating func endTime() throws -> Ending? {
    place.blank()
    place.write("The time is over.", .caution)
    return try record(.timeUp)
  }

  /// What is left of the time that the assessment allows; nil when it is over. In practice, and
  /// where there is no limit, time does not count.
  func timeLeft() -> (timeout: Duration?, words: [String])? {
    guard session.setup.mode == .assessed,
      case .assessment(let assessment)? = session.program.units[session.currentUnit]?.content,
      let minutes = assessment.timeLimit,
      let begun = Timestamp.date(attempt.record.begunAt)
    else { return (nil, []) }
    let left = begun.addingTimeInterval(Double(minutes) * 60).timeIntervalSince(place.clock())
    guard left > 0 else { return nil }
    let whole = Int(left / 60)
    let words =
      whole == 0
      ? "less than a minute left" : whole == 1 ? "1 minute left" : "\(whole) minutes left"
    return (.seconds(left), [words])
  }
}

extension QuestionForm {
  /// The prompt, and what can be typed.
  func instructions(_ put: PutQuestion) -> (String, String) {
    switch self {
    case .single: ("Number: ", "Type the number of the right option.")
    case .multiple: ("Numbers: ", "Type the numbers of all right options, such as 1 3.")
    case .trueFalse: ("true or false: ", "Type true or false; t and f do too.")
    case .number(let number):
      ("Number\(number.unit.map { " (\($0))" } ?? ""): ", "Type a number, such as 14 or 2.5.")
    case .shortText: ("Answer: ", "Type a few words. Capitals and punctuation do not matter.")
    case .ordering:
      ("Order: ", "Type all numbers in the right order, such as \(Self.example(put.order.count)).")
    case .matching:
      (
        "Pairs, such as \(Self.letters(put.order.count)): ",
        "For each of 1, 2, 3 … on the left type the letter or number of what belongs to it, in the"
          + " order of the left side, such as \(Self.letters(put.order.count)); or pairs such as"
          + " 1=b 2=a."
      )
    case .free: ("Your answer: ", "Type your answer in a line, as long as you like.")
    }
  }

  var completions: [String] {
    switch self {
    case .trueFalse: ["true", "false", "skip", "done"]
    default: ["skip", "done"]
    }
  }

  private static func example(_ count: Int) -> String {
    ([2, 1] + Array(3...max(count, 3))).prefix(count).map(String.init).joined(separator: " ")
  }

  private static func letters(_ count: Int) -> String {
    ["b", "a", "c", "d", "e", "f", "g", "h"].prefix(count).joined(separator: " ")
  }
}

extension AnswerRefusal {
  var explanation: String {
    switch self {
    case .empty: "Type an answer, or skip to leave the question for later."
    case .notAnOption(let given, let count):
      "“\(given)” is none of the options. They are numbered from 1 to \(count)."
    case .oneOnly: "One option is right here. Type one number."
    case .notTrueOrFalse: "Type true or false."
    case .notANumber(let given): "“\(given)” is not a number. Type for example 14 or 2.5."
    case .wrongUnit(let given, let expected):
      expected.isEmpty
        ? "Type the number without “\(given)”."
        : "Type the number in \(expected), not in “\(given)”."
    case .notEveryItemOnce(let count): "Type each number from 1 to \(count) once."
    case .notAPairing(let count): "Type one letter or number for each of the \(count) on the left."
    case .tooLong(let limit): "That is longer than the \(limit) characters that fit here."
    }
  }
}

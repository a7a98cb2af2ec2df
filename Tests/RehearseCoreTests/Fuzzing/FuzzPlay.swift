import RehearseCore

/// Plays whatever was read with random events: those that fit where the session stands, and now
/// and then one that does not.
enum FuzzPlay {
  /// What a play came to, as one line that has to be the same a second time.
  static func play(_ unit: Unit, seed: UInt64, steps: Int) -> (summary: String, events: [Event]) {
    var random = Generator(seed: seed, stream: "play")
    let program = Program(
      entry: unit.about.path, units: [unit.about.path: unit], names: UnitNames([unit.about]))
    let mode = Mode.allCases[random.next(below: Mode.allCases.count)]
    var session = Session(program: program, setup: Setup(seed: seed, mode: mode))
    var accepted: [Event] = []
    for _ in 0..<steps {
      if session.isOver { break }
      let event = event(for: session.prompt, &random)
      if (try? session.handle(event)) != nil { accepted.append(event) }
    }
    let debrief = Debrief(session)
    let result = session.result.map { "\($0)" } ?? "open"
    return ("\(accepted.count) events, \(debrief.decisions.count) decisions, \(result)", accepted)
  }

  static func event(for prompt: SessionPrompt, _ random: inout Generator) -> Event {
    switch random.next(below: 20) {
    case 0: return .undo
    case 1: return stray(&random)
    default: break
    }
    switch prompt {
    case .ownWords: return .say("words\n\u{301}\\")
    case .choices(let choices):
      return choices.isEmpty ? .finish : .choose(choices[random.next(below: choices.count)].index)
    case .question(let put):
      if random.next(below: 6) == 0 { return .hint }
      return .answer(answer(put, &random))
    case .confidence: return .confidence(1 + random.next(below: 3))
    case .rubric(_, let free, _):
      return .rate(free.criteria.indices.filter { _ in random.next(below: 2) == 0 })
    case .handIn: return random.next(below: 3) == 0 ? .answer(.skipped) : .finish
    case .exercise(let point):
      return .select(point.order.filter { _ in random.next(below: 2) == 0 })
    case .engagement(let view):
      guard !view.states.isEmpty, random.next(below: 8) > 0 else { return .finish }
      let item = random.next(below: view.states.count)
      return random.next(below: 3) == 0 ? .remark(item, "a\u{301}") : .mark(item, .done)
    case .page(let blocks, _):
      return blocks.isEmpty || random.next(below: 4) == 0
        ? .finish : .read(random.next(below: blocks.count))
    case .over: return .finish
    }
  }

  /// What a learner types, as the terminal would hand it on.
  private static func answer(_ put: PutQuestion, _ random: inout Generator) -> Answer {
    let typed =
      switch random.next(below: 8) {
      case 0: put.order.indices.map { "\($0 + 1)" }.joined(separator: " ")
      case 1: "true"
      case 2: "14 days"
      case 3: "−3,5"
      case 4: "words"
      case 5: "1=1 2=2"
      default: "\(1 + random.next(below: max(put.order.count, 1)))"
      }
    return (try? put.question.form.type.answer(typed, order: put.order)) ?? .skipped
  }

  private static func stray(_ random: inout Generator) -> Event {
    let number = random.next(below: 4) == 0 ? 9_999_998 : random.next(below: 5)
    let events: [Event] = [
      .choose(number), .say(""), .answer(.options([number])), .answer(.options([])),
      .answer(.truth(true)), .answer(.number(.zero)), .answer(.text("")), .answer(.order([number])),
      .answer(.pairs([number, number])), .answer(.skipped), .confidence(number), .hint,
      .rate([number]), .select([number, number]), .mark(number, .done), .remark(number, ""),
      .read(number), .visit("https://example.org"), .finish, .timeUp, .undo,
    ]
    return events[random.next(below: events.count)]
  }
}

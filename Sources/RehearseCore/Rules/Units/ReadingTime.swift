extension Rule {
  static let readingTime = Rule(
    "reading-time", .advice,
    "`minutes:` is near the time that reading and answering take.",
    why: """
      People choose by it what fits before the next meeting. The estimate is 238 words a minute, \
      silent reading of English non-fiction (Brysbaert 2019, “How many words do we read per \
      minute?”), and on top 10 seconds for a decision or an item, 40 for a question, 60 for words of \
      one's own and 180 for a free answer. It is rough: only less than half of it, or more than three \
      times as much, is reported. Of a role-play, less than half of its shortest way, or more than \
      three times everything in it; checklists, which are also worked with customers, only for too \
      little time.
      """,
    example: (
      "`minutes: 20` above a lesson of 500 words.",
      "`minutes: 3` above a lesson of 500 words."
    )
  ) { review, findings in
    guard review.separatesWords else { return }
    for unit in review.units {
      guard let minutes = unit.about.minutes, let time = ReadingTime(unit, in: review.course)
      else { continue }
      let place = unit.about.place(of: "minutes")
      if minutes * 60 * 2 < time.least {
        findings.report(
          "`minutes:` is near the time that it takes: \(minutes) is less than half of about"
            + " \(time.least / 60).",
          help: "Raise it, or make the unit shorter.", at: place, in: unit.about.path)
      } else if let most = time.most, minutes > 3 * max(1, (most + 59) / 60) {
        findings.report(
          "`minutes:` is near the time that it takes: \(minutes) is more than three times"
            + " about \(max(1, (most + 59) / 60)).",
          help: "Lower it, or say in the text what else is to be done.", at: place,
          in: unit.about.path)
      }
    }
  }
}

/// How many seconds a unit takes, roughly.
struct ReadingTime {
  /// The least that a reader needs who leaves nothing out.
  var least: Int
  /// What everything in it takes; nil where that says nothing.
  var most: Int?

  static let wordsPerMinute = 238
  static let decision = 10
  static let question = 40
  static let ownWords = 60
  static let freeAnswer = 180

  /// Nil for units that are not read from the beginning to the end.
  init?(_ unit: Unit, in course: Course) {
    switch unit.content {
    case .lesson(let blocks):
      least = Self.seconds(words: WordCount.of(blocks))
      most = least
    case .checklist(let checklist):
      let points = checklist.pausePoints
      let words = points.reduce(WordCount.of(checklist.introduction)) { count, point in
        point.items.reduce(count + WordCount.of(point.text)) { $0 + WordCount.of($1.text) }
      }
      least = Self.seconds(words: words) + points.reduce(0) { $0 + $1.items.count } * Self.decision
    case .assessment(let assessment):
      least = Self.seconds(of: assessment)
      most = least
    case .scenario(let scenario):
      let times = ScenarioReadingTime(scenario)
      least = times.shortest
      // What a unit takes that is played in between stands in its own front matter.
      let calls = Set(unit.calls.map(\.path))
      most = times.all + calls.reduce(0) { $0 + (course.units[$1]?.about.minutes ?? 10) * 60 }
    case .outline, .aid, .certification: return nil
    }
  }

  static func seconds(words: Int) -> Int { words * 60 / wordsPerMinute }

  private static func seconds(of assessment: Assessment) -> Int {
    var all = 0
    for question in assessment.sections.lazy.flatMap(\.questions) {
      if case .free = question.form { all += freeAnswer } else { all += Self.question }
      all += seconds(words: WordCount.of(question.stem) + WordCount.of(question.text))
    }
    let drawn =
      assessment.draw
      ?? assessment.sections.reduce(0) { $0 + ($1.draw ?? $1.questions.count) }
    return all * min(drawn, assessment.questionCount) / max(1, assessment.questionCount)
  }
}

/// The seconds that the shortest way through a scenario takes, whatever its conditions are, and
/// those of all that is in it.
private struct ScenarioReadingTime {
  private(set) var all = 0
  private(set) var shortest = 0

  init(_ scenario: Scenario) {
    let briefing = ReadingTime.seconds(words: WordCount.of(scenario.briefing))
    var ways: [[(to: Int, seconds: Int)]] = []
    var isEnding: [Bool] = []
    all = briefing
    for scene in scenario.scenes {
      var shown = 0
      var hidden = 0
      for passage in scene.passages {
        guard let block = passage.block else { continue }
        let words = WordCount.of(block)
        if passage.condition == nil { shown += words } else { hidden += words }
      }
      var rest = 0
      var next: [(to: Int, seconds: Int)] = []
      var pause = scene.asksOwnWords ? ReadingTime.ownWords : 0
      switch scene.way {
      case .choices(let choices):
        pause += ReadingTime.decision
        for choice in choices {
          if choice.condition == nil {
            shown += WordCount.of(choice.text)
          } else {
            hidden += WordCount.of(choice.text)
          }
          let after = WordCount.of(choice.reply) + WordCount.of(choice.feedback)
          rest += after
          if let target = choice.target { next.append((target, ReadingTime.seconds(words: after))) }
        }
      case .story(let turns): next = turns.compactMap { turn in turn.target.map { ($0, 0) } }
      case .ending, .nowhere: break
      }
      if case .ending = scene.way { isEnding.append(true) } else { isEnding.append(false) }
      let here = ReadingTime.seconds(words: shown) + pause
      ways.append(next.map { ($0.to, $0.seconds + here) })
      if next.isEmpty { ways[ways.count - 1] = [(-1, here)] }
      all += ReadingTime.seconds(words: shown + hidden + rest) + pause
    }
    shortest = briefing + Self.shortest(ways, isEnding)
  }

  /// Dijkstra's algorithm from the first scene to any ending; 0 where none is reached.
  private static func shortest(_ ways: [[(to: Int, seconds: Int)]], _ isEnding: [Bool]) -> Int {
    var best = [Int](repeating: .max, count: ways.count)
    var queue = PlaceQueue()
    if !ways.isEmpty {
      best[0] = 0
      queue.add(0, at: 0)
    }
    while let (scene, seconds) = queue.next() {
      guard seconds == best[scene] else { continue }
      if isEnding[scene] { return seconds + (ways[scene].first?.seconds ?? 0) }
      for way in ways[scene] where way.to >= 0 && seconds + way.seconds < best[way.to] {
        best[way.to] = seconds + way.seconds
        queue.add(way.to, at: best[way.to])
      }
    }
    return 0
  }
}

/// A heap of scenes, the nearest first.
private struct PlaceQueue {
  private var heap: [(scene: Int, seconds: Int)] = []

  mutating func add(_ scene: Int, at seconds: Int) {
    heap.append((scene, seconds))
    var child = heap.count - 1
    while child > 0, heap[(child - 1) / 2].seconds > heap[child].seconds {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func next() -> (scene: Int, seconds: Int)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].seconds < heap[least].seconds {
        least = child
      }
      if least == parent { return first }
      heap.swapAt(least, parent)
      parent = least
    }
  }
}

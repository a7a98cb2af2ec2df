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
      guard let minutes = unit.about.minutes,
        let time = ReadingTime(unit, in: review.course, upTo: minutes * 60)
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
  /// What everything in it takes, counted as far as the limit; nil where that says nothing.
  var most: Int?

  static let wordsPerMinute = 238
  static let decision = 10
  static let question = 40
  static let ownWords = 60
  static let freeAnswer = 180

  /// Nil for units that are not read from the beginning to the end.
  init?(_ unit: Unit, in course: Course, upTo limit: Int) {
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
      let way = ScenarioReadingTime(scenario)
      least = way.shortest(upTo: limit * 2)
      // What a unit takes that is played in between stands in its own front matter.
      let calls = Set(unit.calls.map(\.path))
      most = calls.reduce(way.all(upTo: limit)) {
        $0 + (course.units[$1]?.about.minutes ?? 10) * 60
      }
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
  private let scenario: Scenario
  private let briefing: Int

  init(_ scenario: Scenario) {
    self.scenario = scenario
    briefing = ReadingTime.seconds(words: WordCount.of(scenario.briefing))
  }

  /// What everybody reads and does in a scene, and what comes after each choice.
  private func times(of scene: Scenario.Scene) -> (here: Int, ways: [(to: Int?, seconds: Int)]) {
    var words = 0
    for passage in scene.passages where passage.condition == nil {
      if let block = passage.block { words += WordCount.of(block) }
    }
    var pause = scene.asksOwnWords ? ReadingTime.ownWords : 0
    var ways: [(to: Int?, seconds: Int)] = []
    switch scene.way {
    case .choices(let choices):
      pause += ReadingTime.decision
      for choice in choices {
        if choice.condition == nil { words += WordCount.of(choice.text) }
        let after = WordCount.of(choice.reply) + WordCount.of(choice.feedback)
        ways.append((choice.target, ReadingTime.seconds(words: after)))
      }
    case .story(let turns): ways = turns.map { ($0.target, 0) }
    case .ending, .nowhere: break
    }
    return (ReadingTime.seconds(words: words) + pause, ways)
  }

  /// Everything once, conditions or not; counting ends where it is more than the limit.
  func all(upTo limit: Int) -> Int {
    var all = briefing
    for scene in scenario.scenes where all <= limit {
      let (here, ways) = times(of: scene)
      all += ways.reduce(here) { $0 + $1.seconds }
      var hidden = 0
      for passage in scene.passages where passage.condition != nil {
        if let block = passage.block { hidden += WordCount.of(block) }
      }
      for choice in scene.offered where choice.condition != nil {
        hidden += WordCount.of(choice.text)
      }
      all += ReadingTime.seconds(words: hidden)
    }
    return all
  }

  /// The least time to any ending; any way's that is within the limit, where there is one. 0 where
  /// no ending is reached.
  func shortest(upTo limit: Int) -> Int {
    // Words are counted on one way first: only a time that is too short needs all of them.
    var time = briefing
    for scene in fewestScenes {
      let (here, ways) = times(of: scenario.scenes[scene])
      time += here + (ways.map(\.seconds).max() ?? 0)
    }
    return time <= limit ? time : shortest()
  }

  /// A way to an ending through as few scenes as possible, whatever its conditions are.
  private var fewestScenes: [Int] {
    var before = [Int?](repeating: nil, count: scenario.scenes.count)
    var waiting = scenario.scenes.isEmpty ? [] : [0]
    var position = 0
    while position < waiting.count {
      let scene = waiting[position]
      position += 1
      var targets: [Int] = []
      switch scenario.scenes[scene].way {
      case .choices(let choices):
        for index in choices.indices { targets += [choices[index].target ?? 0] }
      case .story(let turns): targets = turns.compactMap(\.target)
      case .nowhere: break
      case .ending:
        var way = [scene]
        while let last = way.last, last != 0, let earlier = before[last] { way.append(earlier) }
        return way
      }
      for next in targets where next != 0 && before[next] == nil {
        before[next] = scene
        waiting.append(next)
      }
    }
    return []
  }

  /// Dijkstra's algorithm from the first scene to any ending; 0 where none is reached.
  private func shortest() -> Int {
    var best = [Int](repeating: .max, count: scenario.scenes.count)
    var queue = PlaceQueue()
    if !best.isEmpty {
      best[0] = briefing
      queue.add(0, at: briefing)
    }
    while let (index, seconds) = queue.next() {
      guard seconds == best[index] else { continue }
      let (here, ways) = times(of: scenario.scenes[index])
      if case .ending = scenario.scenes[index].way { return seconds + here }
      for way in ways {
        guard let next = way.to, seconds + here + way.seconds < best[next] else { continue }
        best[next] = seconds + here + way.seconds
        queue.add(next, at: best[next])
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

import RehearseCore

/// A scenario's analysis as programs read it.
struct MapReport: Encodable {
  struct SceneReport: Encodable {
    var id: String
    var title: String
    var reached: Bool
  }

  struct ChoiceReport: Encodable {
    /// `scene:number`, the number from 1.
    var id: String
    var offered: Bool
    var target: String?
    var points: Int
    var critical: Bool
    /// What its condition says over all plays; nil where there is none.
    var condition: String?
    var best: Int?
    var worst: Int?
  }

  struct EndingReport: Encodable {
    var id: String
    var kind: String
    var reached: Bool
    /// A shortest way there.
    var way: [String]?
  }

  struct PlaceReport: Encodable {
    var scene: String
    var way: [String]
  }

  struct ConditionReport: Encodable {
    var scene: String
    /// `choice 2`, `turn 1`, `text 1`.
    var place: String
    var always: Bool
  }

  struct HeatReport: Encodable {
    struct Taken: Encodable {
      /// `scene:number`, the number from 1.
      var id: String
      var taken: Int
      /// How often any way was taken there.
      var of: Int
    }

    struct Stops: Encodable {
      var scene: String
      var came: Int
      var open: Int
      var abandoned: Int
      var stuck: Int
    }

    /// Null for all.
    var mode: String?
    var attempts: Int
    var ended: Int
    var open: Int
    var abandoned: Int
    var stuck: Int
    /// Attempts on another text of the unit, and attempts that cannot be read; neither counts.
    var otherText: Int
    var unreadable: Int
    var ways: [Taken]
    var scenes: [Stops]
  }

  struct SkillReport: Encodable {
    var skill: String
    var best: Int?
    var worst: Int?
  }

  var unit: String
  var title: String
  var exact: Bool
  var states: Int
  var best: Int?
  var worst: Int?
  var bestLine: [String]
  /// As a share in hundredths of a percent, and the points that it takes.
  var pass: String?
  var passReachable: Bool?
  var randomPasses: Double?
  var randomPassesExact: Bool?
  var expected: Double?
  /// The number of ways through, in digits; `endless` where a loop can be gone round for ever.
  var ways: String?
  var skills: [SkillReport]
  var scenes: [SceneReport]
  var choices: [ChoiceReport]
  var conditions: [ConditionReport]
  var endings: [EndingReport]
  var deadEnds: [PlaceReport]
  var traps: Bool
  var trap: PlaceReport?
  var closedLoops: [[String]]
  /// A shortest way into each of them.
  var closedLoopWays: [[String]]
  /// What was played on this machine; only where it was asked for.
  var heat: HeatReport?
}

extension MapReport {
  init(_ authored: AuthoredScenario, _ map: ScenarioMap, _ local: LocalHeat? = nil) {
    let analysis = map.analysis
    let scenario = analysis.scenario
    func way(_ steps: [ScenarioAnalysis.Step]) -> [String] {
      steps.map { "\(scenario.scenes[$0.scene].id):\($0.item + 1)" }
    }
    func place(_ place: ScenarioAnalysis.Place) -> PlaceReport {
      PlaceReport(scene: scenario.scenes[place.scene].id, way: way(place.way))
    }
    unit = authored.path
    title = authored.title
    exact = analysis.isExact
    states = analysis.stateCount
    best = analysis.best
    worst = analysis.worst
    bestLine = way(map.bestLine)
    pass = map.passMark?.description
    passReachable = analysis.isExact ? analysis.best != nil : nil
    let share = analysis.randomShare(passable: authored.passable)
    randomPasses = share?.value
    if case .exactly? = share {
      randomPassesExact = true
    } else {
      randomPassesExact = share.map { _ in false }
    }
    expected = analysis.hasChance ? analysis.expected : nil
    ways = analysis.ways?.text
    skills = analysis.skills.map { skill in
      let score = analysis.score(for: skill)
      return SkillReport(skill: skill, best: score?.best, worst: score?.worst)
    }
    scenes = map.scenes.map { SceneReport(id: $0.id, title: $0.title, reached: $0.isReached) }
    choices = map.ways.filter(\.isChoice).map { way in
      ChoiceReport(
        id: "\(map.scenes[way.from].id):\(way.item + 1)", offered: way.isOffered,
        target: way.to.map { map.scenes[$0].id }, points: way.points, critical: way.isCritical,
        condition: way.condition, best: way.best, worst: way.worst)
    }
    conditions = analysis.constantConditions.map {
      ConditionReport(
        scene: scenario.scenes[$0.scene].id, place: "\($0.kind.rawValue) \($0.item + 1)",
        always: $0.holds)
    }
    endings = analysis.endings.map {
      EndingReport(
        id: scenario.scenes[$0.scene].id, kind: $0.kind.rawValue, reached: $0.way != nil,
        way: $0.way.map(way))
    }
    deadEnds = analysis.deadEnds.map(place)
    traps = analysis.trap != nil
    trap = analysis.trap.map(place)
    closedLoops = analysis.closedLoops.map { $0.map { scenario.scenes[$0].id } }
    closedLoopWays = analysis.loops.map { way($0.entrance.way) }
    heat = local.map { HeatReport($0, map) }
  }
}

extension MapReport.HeatReport {
  init(_ local: LocalHeat, _ map: ScenarioMap) {
    let heat = local.heat
    mode = local.mode?.rawValue
    attempts = heat.attempts
    ended = heat.ended
    open = heat.open
    abandoned = heat.left
    stuck = heat.stuck
    otherText = local.otherText
    unreadable = local.unreadable
    ways = map.ways.map { way in
      Taken(
        id: "\(map.scenes[way.from].id):\(way.item + 1)", taken: heat.taken[way.from][way.item],
        of: heat.decisions(in: way.from))
    }
    scenes = map.scenes.enumerated().map { index, scene in
      let counts = heat.scenes[index]
      return Stops(
        scene: scene.id, came: counts.came, open: counts.open, abandoned: counts.left,
        stuck: counts.stuck)
    }
  }
}

extension ScenarioAnalysis.WayCount {
  var text: String {
    switch self {
    case .exactly(let count): "\(count)"
    case .more(let count): "more than \(count)"
    case .endless: "endless"
    }
  }
}

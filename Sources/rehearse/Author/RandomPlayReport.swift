import RehearseCore

/// What plays at random saw, as programs read it.
struct RandomPlayReport: Encodable {
  var plays: Int
  var decisions: Int
  var stuck: Int
  var best: Int?
  var worst: Int?
  var scenes: [MapReport.SceneReport]
  /// How often plays ended in each ending.
  var endings: [String: Int]
  /// Choices that were never offered, as `scene:number`.
  var neverOffered: [String]

  init(_ play: RandomPlay, _ scenario: Scenario) {
    plays = play.plays
    decisions = play.decisions
    stuck = play.stuck
    best = play.best
    worst = play.worst
    scenes = scenario.scenes.enumerated().map {
      MapReport.SceneReport(id: $1.id, title: $1.title, reached: play.isReached[$0])
    }
    var endings: [String: Int] = [:]
    var neverOffered: [String] = []
    for (index, scene) in scenario.scenes.enumerated() {
      if scene.ending != nil { endings[scene.id] = play.endedIn[index] }
      for place in scene.choices.indices where !play.isOffered[index][place] {
        neverOffered.append("\(scene.id):\(place + 1)")
      }
    }
    self.endings = endings
    self.neverOffered = neverOffered
  }
}

/// A scenario in play.
struct ScenarioRun: Run {
  private enum Phase: Sendable {
    case ownWords
    case choices
    /// A unit is played before the choice takes effect.
    case calling(choice: Int)
    case over
  }

  let place: FramePlace
  private let machine: ScenarioMachine
  private var state: ScenarioMachine.State
  private var phase = Phase.choices
  private var offered: [Int] = []
  private var ownWords: String?
  private var skills: [String: Int] = [:]
  private var rolls = 0
  /// The turns that the story took since the last choice.
  private var turnsTaken: [ScenarioAnalysis.Step] = []

  init(_ scenario: Scenario, _ place: FramePlace) {
    self.place = place
    machine = ScenarioMachine(scenario)
    state = machine.start()
  }

  var prompt: SessionPrompt {
    switch phase {
    case .ownWords: .ownWords
    case .choices: .choices(offeredChoices)
    case .calling, .over: .over
    }
  }

  private var offeredChoices: [OfferedChoice] {
    guard case .choices(let choices) = machine.way(of: state) else { return [] }
    return offered.map {
      OfferedChoice(index: $0, text: choices[$0].text, call: choices[$0].call)
    }
  }

  mutating func begin(_ stage: inout Stage) {
    if !machine.scenario.briefing.isEmpty {
      stage.actions.append(.text(machine.scenario.briefing))
    }
    if !machine.scenario.cast.isEmpty { stage.actions.append(.people(machine.scenario.cast)) }
    if !machine.scenario.meters.isEmpty {
      stage.actions.append(.meters(machine.scenario.meters.map { ($0.name, $0.start, $0.range) }))
    }
    guard !machine.scenario.scenes.isEmpty else {
      finish(.stuck, &stage)
      return
    }
    enter(&stage)
  }

  mutating func handle(_ event: Event, _ stage: inout Stage) throws(EventRefusal) {
    switch (event, phase) {
    case (.say(let words), .ownWords):
      ownWords = Words.trim(words)
      phase = .choices
    case (.choose(let choice), .choices):
      guard offered.contains(choice) else { throw .choiceNotOffered(choice) }
      choose(choice, &stage)
    case (.choose, .ownWords): throw .notAwaited("choose")
    default: throw .notAwaited(event.text)
    }
  }

  mutating func resume(after result: UnitResult, _ stage: inout Stage) {
    guard case .calling(let choice) = phase else { return }
    complete(choice, &stage)
  }

  // MARK: Choosing

  private mutating func choose(_ index: Int, _ stage: inout Stage) {
    guard case .choices(let choices) = machine.way(of: state) else { return }
    if let call = choices[index].call {
      phase = .calling(choice: index)
      stage.call = call
    } else {
      complete(index, &stage)
    }
  }

  private mutating func complete(_ index: Int, _ stage: inout Stage) {
    guard case .choices(let choices) = machine.way(of: state) else { return }
    let choice = choices[index]
    let scene = machine.scenario.scenes[state.scene]
    var decision = Decision(
      unit: place.path, scene: scene.id, sceneTitle: scene.title, offered: offeredChoices,
      chosen: index, text: choice.text, ownWords: ownWords, points: 0, skills: [],
      isCritical: choice.isCritical, feedback: choice.feedback, meters: [],
      before: state, passed: stage.passed)
    ownWords = nil
    turnsTaken = []
    stage.waysTaken.append(wayTaken(index, isChoice: true))
    let isFirstTime = !hasChosen(index)
    var steps: [ScenarioMachine.Step] = []
    decision.points = machine.choose(index, in: &state) { steps.append($0) }
    if isFirstTime {
      decision.skills = choice.skillPoints
      for skill in choice.skillPoints { skills[skill.skill, default: 0] += skill.points }
    }
    if !choice.reply.isEmpty { stage.actions.append(.reply(choice.reply)) }
    if stage.mode == .practice, !choice.feedback.isEmpty || decision.points != 0 {
      stage.actions.append(.feedback(choice.feedback, points: decision.points))
    }
    show(steps, &stage)
    // A call without a way on comes back to where it left; nothing is entered anew.
    if choice.target == nil {
      stage.actions.append(.scene(title: scene.title))
      showAgain(scene, &stage)
      offer(&stage)
    } else {
      enter(&stage)
    }
    decision.meters = state.meters
    decision.turns = turnsTaken
    stage.decisions.append(decision)
  }

  private func hasChosen(_ index: Int) -> Bool {
    var trial = state
    return machine.choose(index, in: &trial) == 0 && trial.chosen == state.chosen
  }

  // MARK: Scenes

  /// Enters the scene, and goes on for as long as the story goes by itself.
  private mutating func enter(_ stage: inout Stage) {
    for _ in 0..<ScenarioMachine.maximumTurns {
      let scene = machine.scenario.scenes[state.scene]
      stage.actions.append(.scene(title: scene.title))
      var steps: [ScenarioMachine.Step] = []
      machine.enter(&state, hasPassed: stage.hasPassed) { steps.append($0) }
      show(steps, &stage)
      switch scene.way {
      case .ending(let kind):
        finish(.finished, ending: kind, &stage)
        return
      case .choices:
        phase = scene.asksOwnWords ? .ownWords : .choices
        offer(&stage)
        return
      case .story:
        guard let item = turn(stage), let next = scene.turns[item].target else {
          finish(.stuck, &stage)
          return
        }
        turnsTaken.append(ScenarioAnalysis.Step(scene: state.scene, item: item))
        stage.waysTaken.append(wayTaken(item, isChoice: false))
        state.scene = next
      case .nowhere:
        finish(.stuck, &stage)
        return
      }
    }
    finish(.stuck, &stage)
  }

  private func wayTaken(_ item: Int, isChoice: Bool) -> WayTaken {
    WayTaken(
      frame: place.number, step: ScenarioAnalysis.Step(scene: state.scene, item: item),
      isChoice: isChoice)
  }

  private mutating func offer(_ stage: inout Stage) {
    offered = machine.offered(in: state, hasPassed: stage.hasPassed)
    if case .calling = phase { phase = .choices }
    if offered.isEmpty { finish(.stuck, &stage) }
  }

  private mutating func turn(_ stage: Stage) -> Int? {
    var count = rolls
    let next = machine.turn(in: state, hasPassed: stage.hasPassed) {
      // The nth chance of an attempt falls the same however often a step is taken back.
      var generator = stage.generator("chance/\(count)")
      count += 1
      return generator.next(below: 10_000)
    }
    rolls = count
    return next
  }

  /// The text as it stands now, without its effects: the learner was away from it.
  private func showAgain(_ scene: Scenario.Scene, _ stage: inout Stage) {
    let steps = scene.passages.indices.filter { index in
      guard let condition = scene.passages[index].condition else { return true }
      return machine.holds(condition, in: state, hasPassed: stage.hasPassed)
    }.map { ScenarioMachine.Step.passage($0) }
    show(steps, &stage)
  }

  private func show(_ steps: [ScenarioMachine.Step], _ stage: inout Stage) {
    for step in steps {
      switch step {
      case .passage(let index):
        let passage = machine.scenario.scenes[state.scene].passages[index]
        guard let block = passage.block else { continue }
        let speaker = passage.speaker.map { machine.scenario.cast[$0] }
        stage.actions.append(.passage(speaker: speaker, block))
      case .meter(let index, let from, let to):
        let meter = machine.scenario.meters[index]
        stage.actions.append(.meter(name: meter.name, from: from, to: to, range: meter.range))
      }
    }
  }

  // MARK: The end

  private mutating func finish(
    _ status: UnitResult.Status, ending: Directive.Ending? = nil, _ stage: inout Stage
  ) {
    phase = .over
    let scene =
      machine.scenario.scenes.indices.contains(state.scene)
      ? machine.scenario.scenes[state.scene] : nil
    var result = UnitResult(path: place.path, kind: .scenario, status: status)
    result.points = Points(state.points)
    result.passMark = machine.scenario.passMark
    let analysis = stage.program.analysis(of: place.path)
    result.outOf = analysis?.best.map { Points($0) }
    result.isBestABound = analysis?.isExact == false
    result.hasCriticalMistake = state.hasCriticalMistake
    if let ending, let scene {
      result.ending = UnitResult.EndingReached(kind: ending, scene: scene.id, title: scene.title)
    }
    result.skills = (analysis?.skills ?? skills.keys.sorted()).map { skill in
      UnitResult.SkillScore(
        skill: skill, points: Points(skills[skill] ?? 0),
        outOf: analysis?.score(for: skill)?.best.map { Points($0) })
    }
    result.decidePassing()
    if status == .stuck { stage.actions.append(.stuck(scene: scene?.title ?? "")) }
    stage.result = result
  }
}

extension UnitResult {
  /// A scenario is passed when it ended, not in failure, without a critical mistake, and with the
  /// pass mark's share of the best score. Where only a bound on the best score is known, less than
  /// the mark of it stays open.
  package mutating func decidePassing() {
    guard status == .finished, let ending, ending.kind != .failure, !hasCriticalMistake else {
      passed = false
      return
    }
    guard let passMark, passMark.hundredths > 0 else {
      passed = true
      return
    }
    passed = outOf.flatMap { best in
      passMark.isReached(by: points, of: best) ? true : isBestABound ? nil : false
    }
  }
}

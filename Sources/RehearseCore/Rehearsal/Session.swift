/// The units that an attempt can come to: the one it began with and all that its choices play.
package struct Program: Sendable {
  package let entry: String
  package let units: [String: Unit]
  package let names: UnitNames
  let analyses = ScenarioAnalyses()

  package init(entry: String, units: [String: Unit], names: UnitNames) {
    self.entry = entry
    self.units = units
    self.names = names
  }
}

/// What an attempt is given from outside, all of it in the transcript's header.
package struct Setup: Sendable {
  package var seed: UInt64
  package var mode: Mode
  /// The paths of units that had been passed when the attempt began.
  package var passed: Set<String>

  package init(seed: UInt64, mode: Mode, passed: Set<String> = []) {
    self.seed = seed
    self.mode = mode
    self.passed = passed
  }
}

/// One attempt: events go in, actions come out, and nothing else is looked at. The same program,
/// setup and events give the same actions and the same result everywhere.
package struct Session: Sendable {
  /// Units play one another at most this deep.
  package static let maximumDepth = 16

  package let program: Program
  package let setup: Setup
  package private(set) var state = SessionState()
  /// The states that `undo` goes back to, newest last.
  private var past: [SessionState] = []
  /// What the last event brought, for a learner who comes back.
  package private(set) var lastActions: [Action] = []

  package init(program: Program, setup: Setup) {
    self.program = program
    self.setup = setup
    state.passed = setup.passed
    open(program.entry)
    lastActions = state.takeActions()
  }

  /// Where the learner is, to be read again: what was shown since the scene began.
  package var arrival: [Action] { state.arrival }

  /// What the learner is asked now.
  package var prompt: SessionPrompt { state.frames.last?.prompt ?? .over }

  /// The result, once there is one.
  package var result: UnitResult? { state.result }

  package var isOver: Bool { state.frames.isEmpty }

  /// Whether `undo` would do something.
  package var canUndo: Bool { setup.mode != .assessed && !past.isEmpty && !isOver }

  /// The path of the unit that the learner is in.
  package var currentUnit: String { state.frames.last?.path ?? program.entry }

  /// Takes one event. What does not fit is refused, and nothing changes.
  @discardableResult
  package mutating func handle(_ event: Event) throws(EventRefusal) -> [Action] {
    guard !isOver else { throw .alreadyOver }
    switch event {
    case .undo:
      guard setup.mode != .assessed else { throw .noUndoWhenAssessed }
      guard let before = past.popLast() else { throw .nothingToUndo }
      state = before
      lastActions = [.undone] + state.arrival
      return lastActions
    case .abandon:
      state.frames = []
      state.isAbandoned = true
      lastActions = []
      return []
    default: break
    }
    let before = state
    do {
      try step(event)
    } catch {
      state = before
      throw error
    }
    if event.isUndone, setup.mode != .assessed { past.append(before) }
    lastActions = state.takeActions()
    return lastActions
  }

  private mutating func step(_ event: Event) throws(EventRefusal) {
    guard var frame = state.frames.popLast() else { throw .alreadyOver }
    var stage = makeStage(for: frame)
    try frame.handle(event, &stage)
    settle(frame, stage)
  }

  /// Puts a frame back and carries out what it asked for: to end, or to play another unit.
  private mutating func settle(_ frame: Frame, _ stage: Stage) {
    var frame = frame
    var stage = stage
    while true {
      state.absorb(stage)
      if let result = stage.result {
        finish(result)
        guard var parent = state.frames.popLast() else { return }
        stage = makeStage(for: parent)
        parent.resume(after: result, &stage)
        frame = parent
        continue
      }
      state.frames.append(frame)
      if let call = stage.call { open(call) }
      return
    }
  }

  private mutating func open(_ path: String) {
    guard let unit = program.units[path], unit.about.kind.canBePlayed,
      state.frames.count < Self.maximumDepth,
      var frame = Frame(unit, mode: setup.mode, number: state.framesOpened)
    else {
      // The checks of the course refuse this; a session goes on all the same.
      if var parent = state.frames.popLast() {
        var stage = makeStage(for: parent)
        parent.resume(after: UnitResult(path: path, kind: .lesson, status: .stuck), &stage)
        settle(parent, stage)
      }
      return
    }
    state.framesOpened += 1
    var stage = makeStage(for: frame)
    stage.actions.append(.opened(unit.about))
    frame.begin(&stage)
    settle(frame, stage)
  }

  private mutating func finish(_ result: UnitResult) {
    if result.passed == true { state.passed.insert(result.path) }
    state.actions.append(.finished(result))
    if state.frames.isEmpty {
      state.result = result
    } else {
      state.innerResults.append(result)
    }
  }

  private func makeStage(for frame: Frame) -> Stage {
    Stage(
      mode: setup.mode, seed: setup.seed, path: frame.path, frameNumber: frame.number,
      passed: state.passed, program: program)
  }
}

extension Event {
  /// Whether `undo` takes it back. Hints, links and the place in a text stay.
  fileprivate var isUndone: Bool {
    switch self {
    case .hint, .visit, .read: false
    default: true
    }
  }
}

/// Where an attempt stands. A value, so that going back is taking an older one.
package struct SessionState: Sendable {
  var frames: [Frame] = []
  var framesOpened = 0
  var passed: Set<String> = []
  var actions: [Action] = []
  package internal(set) var result: UnitResult?
  package internal(set) var isAbandoned = false
  /// The results of the units that choices played, in their order.
  package internal(set) var innerResults: [UnitResult] = []
  /// The decisions of all scenarios of the attempt, in their order.
  package internal(set) var decisions: [Decision] = []
  /// The ways that the plays of all its scenarios went, in their order.
  package internal(set) var waysTaken: [WayTaken] = []
  /// The questions of all assessments that ended, as they were marked.
  package internal(set) var markedQuestions: [MarkedQuestion] = []
  /// What was last shown before the prompt: where the learner is.
  var arrival: [Action] = []

  mutating func absorb(_ stage: Stage) {
    actions += stage.actions
    decisions += stage.decisions
    waysTaken += stage.waysTaken
    markedQuestions += stage.markedQuestions
  }

  mutating func takeActions() -> [Action] {
    defer { actions = [] }
    // Own words bring nothing new to show: the learner is still where they were.
    if !actions.isEmpty { arrival = Action.fromLastScene(actions) }
    return actions
  }
}

/// What a unit in play sees of the session, and what it asks of it.
struct Stage {
  let mode: Mode
  let seed: UInt64
  let path: String
  let frameNumber: Int
  let passed: Set<String>
  let program: Program
  var actions: [Action] = []
  var decisions: [Decision] = []
  var waysTaken: [WayTaken] = []
  var markedQuestions: [MarkedQuestion] = []
  var call: String?
  var result: UnitResult?

  /// A stream of chance that is this unit's own, each time it is played.
  func generator(_ purpose: String) -> Generator {
    Generator(seed: seed, stream: "\(frameNumber)/\(path)/\(purpose)")
  }

  func hasPassed(_ name: String) -> Bool {
    program.names.path(of: name).map(passed.contains) ?? false
  }
}

/// A unit in play.
enum Frame: Sendable {
  case scenario(ScenarioRun)
  case assessment(AssessmentRun)
  case exercise(ChecklistExercise)
  case engagement(ChecklistEngagement)
  case page(PageRun)

  init?(_ unit: Unit, mode: Mode, number: Int) {
    let place = FramePlace(path: unit.about.path, number: number)
    switch unit.content {
    case .scenario(let scenario): self = .scenario(ScenarioRun(scenario, place))
    case .assessment(let assessment): self = .assessment(AssessmentRun(assessment, place))
    case .checklist(let checklist):
      self =
        checklist.isTraining && mode != .engagement
        ? .exercise(ChecklistExercise(checklist, place))
        : .engagement(ChecklistEngagement(checklist, place))
    case .lesson(let blocks): self = .page(PageRun(.lesson, blocks, place))
    case .aid(let blocks): self = .page(PageRun(.aid, blocks, place))
    case .outline, .certification: return nil
    }
  }

  private var run: any Run {
    get {
      switch self {
      case .scenario(let run): run
      case .assessment(let run): run
      case .exercise(let run): run
      case .engagement(let run): run
      case .page(let run): run
      }
    }
    set {
      switch newValue {
      case let run as ScenarioRun: self = .scenario(run)
      case let run as AssessmentRun: self = .assessment(run)
      case let run as ChecklistExercise: self = .exercise(run)
      case let run as ChecklistEngagement: self = .engagement(run)
      case let run as PageRun: self = .page(run)
      default: break
      }
    }
  }

  var path: String { run.place.path }
  var number: Int { run.place.number }
  var prompt: SessionPrompt { run.prompt }

  mutating func begin(_ stage: inout Stage) {
    var run = self.run
    run.begin(&stage)
    self.run = run
  }

  mutating func handle(_ event: Event, _ stage: inout Stage) throws(EventRefusal) {
    var run = self.run
    try run.handle(event, &stage)
    self.run = run
  }

  mutating func resume(after result: UnitResult, _ stage: inout Stage) {
    var run = self.run
    run.resume(after: result, &stage)
    self.run = run
  }
}

struct FramePlace: Sendable {
  var path: String
  var number: Int
}

/// What every unit in play can do.
protocol Run: Sendable {
  var place: FramePlace { get }
  var prompt: SessionPrompt { get }
  mutating func begin(_ stage: inout Stage)
  mutating func handle(_ event: Event, _ stage: inout Stage) throws(EventRefusal)
  /// Goes on after another unit was played.
  mutating func resume(after result: UnitResult, _ stage: inout Stage)
}

extension Run {
  mutating func resume(after result: UnitResult, _ stage: inout Stage) {}
}

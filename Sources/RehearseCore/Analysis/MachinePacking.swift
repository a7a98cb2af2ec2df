// How a scenario becomes a packed machine.

extension PackedMachine {
  /// - Parameter includingText: whether conditions that only show or hide text are looked at.
  init(
    _ scenario: Scenario, _ variables: StateVariables, _ layout: StateLayout, _ graph: SceneGraph,
    passable: PassableUnits, includingText: Bool
  ) {
    self.layout = layout
    let names = Names(scenario: scenario, variables: variables, passable: passable)
    scenes.reserveCapacity(scenario.scenes.count)
    var conditional = 0
    for (number, scene) in scenario.scenes.enumerated() {
      var packed = Scene(way: .nowhere)
      packed.visited = field(.visited(scene: number), names)
      let firstPassage = passages.count
      for passage in scene.passages {
        if passage.condition != nil { conditional += 1 }
        // Text alone changes nothing, and its condition is looked at only where that is wanted.
        guard !passage.effects.isEmpty || includingText && passage.condition != nil else {
          continue
        }
        passages.append(
          Passage(
            condition: pack(passage.condition, names), effects: pack(passage.effects, names),
            place: passage.condition == nil ? nil : conditional - 1))
      }
      packed.passages = firstPassage..<passages.count
      switch scene.way {
      case .choices(let list):
        packed.way = .choices
        let chosen = layout.chosen[number]
        for place in list.indices {
          choices.append(pack(list[place], chosen: chosen.isEmpty ? nil : chosen[place], names))
        }
        packed.items = choices.count - list.count..<choices.count
      case .story(let list):
        packed.way = .story
        for turn in list { turns.append(pack(turn, names)) }
        packed.items = turns.count - list.count..<turns.count
      case .ending(let kind):
        packed.way = .ending
        packed.isFailure = kind == .failure
      case .nowhere: break
      }
      scenes.append(packed)
    }
    setMasks(variables, graph)
    begin(scenario, variables)
  }

  private struct Names {
    var scenario: Scenario
    var variables: StateVariables
    var passable: PassableUnits

    func unit(_ name: String) -> Int? {
      passable.path(of: name).flatMap { variables.passedUnits.firstIndex(of: $0) }
    }
  }

  private func field(_ variable: StateVariables.Variable, _ names: Names) -> StateField? {
    names.variables.place(of: variable).flatMap { layout.variables[$0] }
  }

  private mutating func pack(_ condition: Scenario.Condition?, _ names: Names) -> Int32 {
    guard let condition else { return ConditionCode.holds }
    let layout = self.layout
    return conditions.add(
      condition, meters: names.scenario.meters,
      field: { names.variables.place(of: $0).flatMap { layout.variables[$0] } }, unit: names.unit)
  }

  private mutating func pack(_ more: [Scenario.Effect], _ names: Names) -> Range<Int> {
    let start = effects.count
    for effect in more {
      switch effect {
      case .add(let meter, let change):
        guard let field = field(.meter(meter), names) else { continue }
        let range = names.scenario.meters[meter].range
        effects.append(
          .add(field, Int64(change), top: Int64(range.upperBound) - Int64(range.lowerBound)))
      case .assign(let meter, let value):
        guard let field = field(.meter(meter), names) else { continue }
        let range = names.scenario.meters[meter].range
        let kept = min(max(value, range.lowerBound), range.upperBound)
        effects.append(.put(field, UInt64(Int64(kept) - Int64(range.lowerBound))))
      case .set(let flag):
        if let field = field(.flag(flag), names) { effects.append(.put(field, 1)) }
      case .clear(let flag):
        if let field = field(.flag(flag), names) { effects.append(.put(field, 0)) }
      }
    }
    return start..<effects.count
  }

  private mutating func pack(
    _ choice: Scenario.Choice, chosen: StateField?, _ names: Names
  ) -> Choice {
    let firstPassed = passed.count
    if let call = choice.call, !names.variables.passedUnits.isEmpty {
      let played = names.passable.playedBy(call)
      for (unit, path) in names.variables.passedUnits.enumerated() where played.contains(path) {
        if let field = field(.passed(unit), names) { passed.append(field) }
      }
    }
    return Choice(
      condition: pack(choice.condition, names), isOnce: choice.isOnce,
      isCritical: choice.isCritical, chosen: chosen, effects: pack(choice.effects, names),
      target: choice.target, passed: firstPassed..<passed.count)
  }

  private mutating func pack(_ turn: Scenario.Turn, _ names: Names) -> Turn {
    switch turn.trigger {
    case .when(let condition):
      Turn(trigger: .when, condition: pack(condition, names), target: turn.target)
    case .chance(let percent):
      Turn(trigger: .chance, chance: percent.hundredths, target: turn.target)
    case .otherwise: Turn(trigger: .otherwise, target: turn.target)
    }
  }

  private mutating func setMasks(_ variables: StateVariables, _ graph: SceneGraph) {
    var chosen: [Int: [StateField]] = [:]
    for (scene, fields) in layout.chosen.enumerated() {
      chosen[graph.component[scene], default: []] += fields.compactMap { $0 }
    }
    for scene in scenes.indices {
      var keep = State()
      keep.put(layout.scene.mask, layout.scene)
      for (place, field) in layout.variables.enumerated() {
        if let field, variables.live[scene].contains(place) { keep.put(field.mask, field) }
      }
      scenes[scene].component = graph.component[scene]
      scenes[scene].keepOnArrival = keep
      for field in chosen[graph.component[scene]] ?? [] { keep.put(1, field) }
      scenes[scene].keep = keep
    }
  }

  private mutating func begin(_ scenario: Scenario, _ variables: StateVariables) {
    var first = State()
    var units: [StateField] = []
    for (place, variable) in variables.all.enumerated() {
      guard let field = layout.variables[place] else { continue }
      switch variable {
      case .meter(let index):
        let meter = scenario.meters[index]
        first.put(UInt64(Int64(meter.start) - Int64(meter.range.lowerBound)), field)
      case .passed: units.append(field)
      case .flag, .visited: break
      }
    }
    beginnings = Self.settings(of: units, in: first)
  }

  /// A state for each way to set some of the fields to 1; the first sets none.
  static func settings(of fields: some Sequence<StateField>, in state: State) -> [State] {
    var all = [state]
    for field in fields where state.value(field) == 0 {
      all += all.map { other in
        var other = other
        other.put(1, field)
        return other
      }
    }
    return all
  }
}

/// The names in a scenario and what they stand for.
struct ScenarioNames {
  let cast: [Scenario.CastMember]
  let meters: [Scenario.Meter]
  private(set) var flags: [String] = []
  private(set) var flagPlaces: [SourceRange?] = []
  private var castIndex: [String: Int] = [:]
  private var meterIndex: [String: Int] = [:]
  private var flagIndex: [String: Int] = [:]
  private var sceneIndex: [String: Int] = [:]
  private var sceneIds = HeadingIds()
  /// In the order of the text.
  private var sceneList: [String] = []
  private var setFlags: Set<Int> = []
  private var askedFlags: [(flag: Int, range: SourceRange)] = []

  init(cast: [Scenario.CastMember], meters: [Scenario.Meter]) {
    self.cast = cast
    self.meters = meters
    for (index, member) in cast.enumerated() { castIndex[member.name.lowercased()] = index }
    for (index, meter) in meters.enumerated() { meterIndex[meter.name] = index }
  }

  /// Returns the scene's id: `wanted`, or that with a number where it is taken.
  mutating func addScene(_ wanted: String, index: Int) -> String {
    let id = sceneIds.take(wanted)
    sceneIndex[id] = index
    sceneList.append(id)
    return id
  }

  func hasScene(_ id: String) -> Bool { sceneIndex[id] != nil }

  func speaker(_ name: String) -> Int? { castIndex[name.lowercased()] }

  /// The one of the cast who is probably meant: by a slip of the keys, or by the whole name.
  func nearestSpeaker(to name: String) -> String? {
    NearMiss.of(name, among: cast.map(\.name))
      ?? cast.first { $0.role.lowercased().hasPrefix(name.lowercased()) }?.name
  }

  func scene(_ id: String, at range: SourceRange, _ context: inout ReadingContext) -> Int? {
    if let index = sceneIndex[id] { return index }
    // A heading as it stands, or with other capitals, is what people type first.
    let nearest =
      sceneIndex[Slug.of(id)] != nil
      ? Slug.of(id) : context.isFull ? nil : NearMiss.of(id, among: sceneList)
    context.report(.unknownScene(id, nearest: nearest), at: range)
    return nil
  }

  mutating func effect(
    _ directive: Directive, at range: SourceRange, _ context: inout ReadingContext
  ) -> Scenario.Effect? {
    switch directive {
    case .addToMeter(let name, let change):
      meter(name, at: range, &context).map { .add(meter: $0, change) }
    case .setMeter(let name, let value):
      meter(name, at: range, &context).flatMap { index in
        let range = meters[index].range
        return .assign(meter: index, min(max(value, range.lowerBound), range.upperBound))
      }
    case .setFlag(let name): .set(flag: setFlag(name, at: range))
    case .clearFlag(let name): .clear(flag: changedFlag(name, at: range))
    default: nil
    }
  }

  private func meter(_ name: String, at range: SourceRange, _ context: inout ReadingContext) -> Int?
  {
    if let index = meterIndex[name] { return index }
    context.report(
      .unknownMeter(name, nearest: NearMiss.of(name, among: meters.map(\.name))), at: range)
    return nil
  }

  private mutating func flag(_ name: String) -> Int {
    if let index = flagIndex[name] { return index }
    flagIndex[name] = flags.count
    flags.append(name)
    flagPlaces.append(nil)
    return flags.count - 1
  }

  private mutating func changedFlag(_ name: String, at range: SourceRange) -> Int {
    let index = flag(name)
    flagPlaces[index] = flagPlaces[index] ?? range
    return index
  }

  private mutating func setFlag(_ name: String, at range: SourceRange) -> Int {
    let index = changedFlag(name, at: range)
    setFlags.insert(index)
    return index
  }

  mutating func condition(
    _ syntax: ConditionSyntax, at range: SourceRange, _ context: inout ReadingContext
  ) -> Scenario.Condition {
    switch syntax {
    case .compare(let name, let comparison, let value):
      return meter(name, at: range, &context).map { .meter($0, comparison, value) } ?? .never
    case .compareShare(let name, let comparison, let share):
      let number = "\(name) \(comparison.rawValue) \(share.hundredths / 100)"
      context.report(
        .shareInScenario(name, nearest: meterIndex[name] == nil ? nil : number), at: range)
      return .never
    case .flag(let name):
      if meterIndex[name] != nil {
        context.report(.meterAsFlag(name), at: range)
        return .never
      }
      let index = flag(name)
      askedFlags.append((index, range))
      return .flag(index)
    case .visited(let id):
      return scene(id, at: range, &context).map { .visited(scene: $0) } ?? .never
    case .passed(let name):
      context.addUnitReference(name, at: range)
      return .passed(unit: name)
    case .not(let inner): return .not(condition(inner, at: range, &context))
    case .and(let a, let b):
      return .and(condition(a, at: range, &context), condition(b, at: range, &context))
    case .or(let a, let b):
      return .or(condition(a, at: range, &context), condition(b, at: range, &context))
    }
  }

  /// Where a flag is set under another name: one that is asked for in several places is spelled as
  /// it is there, and not as where something like it is set once for nobody.
  private func misspelt(_ flag: Int) -> SourceRange? {
    guard askedFlags.count(where: { $0.flag == flag }) > 1 else { return nil }
    let unasked = setFlags.filter { other in !askedFlags.contains { $0.flag == other } }
    guard unasked.count <= 20,
      let near = NearMiss.of(flags[flag], among: unasked.sorted().map { flags[$0] })
    else { return nil }
    return flagIndex[near].flatMap { flagPlaces[$0] }
  }

  func reportFlagsNeverSet(_ context: inout ReadingContext) {
    let known = flags.indices.prefix(NearMiss.maximumCandidates).filter(setFlags.contains).map {
      flags[$0]
    }
    guard !context.hasLostDirectives else { return }
    var blamed: Set<Int> = []
    for (flag, range) in askedFlags where !setFlags.contains(flag) && !blamed.contains(flag) {
      if let place = misspelt(flag) {
        context.report(.flagNeverSet(flags[flag], nearest: flags[flag]), at: place)
        blamed.insert(flag)
        continue
      }
      let nearest =
        context.isFull ? nil : NearMiss.of(flags[flag], among: known + meters.map(\.name))
      context.report(.flagNeverSet(flags[flag], nearest: nearest), at: range)
    }
  }
}

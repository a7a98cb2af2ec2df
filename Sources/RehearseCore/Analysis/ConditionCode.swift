/// All conditions of a scenario as one list of comparisons, each with where to go on when it holds
/// and when it does not: no recursion and nothing to allocate.
struct ConditionCode: Sendable {
  /// Where looking ends.
  static let holds: Int32 = -1
  static let fails: Int32 = -2

  private struct Comparison: Sendable {
    var field: StateField
    /// The values that it holds for.
    var low: UInt64
    var high: UInt64
    var onTrue: Int32
    var onFalse: Int32
  }

  private var comparisons: ContiguousArray<Comparison> = []

  @inline(__always)
  func holds<State: PackedState>(_ entry: Int32, in state: State) -> Bool {
    var at = entry
    while at >= 0 {
      let comparison = comparisons[Int(at)]
      let value = state.value(comparison.field)
      at =
        value >= comparison.low && value <= comparison.high
        ? comparison.onTrue : comparison.onFalse
    }
    return at == Self.holds
  }

  /// Adds a condition, last part first; returns where it begins.
  mutating func add(
    _ condition: Scenario.Condition, onTrue: Int32 = holds, onFalse: Int32 = fails,
    meters: [Scenario.Meter], field: (StateVariables.Variable) -> StateField?,
    unit: (String) -> Int?
  ) -> Int32 {
    func compare(_ variable: StateVariables.Variable, _ low: Int64, _ high: Int64) -> Int32 {
      guard let field = field(variable) else { return onFalse }
      comparisons.append(
        Comparison(
          field: field, low: UInt64(low), high: UInt64(high), onTrue: onTrue, onFalse: onFalse))
      return Int32(comparisons.count - 1)
    }
    switch condition {
    case .meter(let meter, let comparison, let value):
      let range = meters[meter].range
      let start = Int64(range.lowerBound)
      let top = Int64(range.upperBound) - start
      let wanted = Int64(clamping: value).subtractingReportingOverflow(start).partialValue
      let (low, high, isInside) = Self.values(comparison, wanted, top: top)
      guard low <= high else { return isInside ? onFalse : onTrue }
      let (yes, no) = isInside ? (onTrue, onFalse) : (onFalse, onTrue)
      guard let field = field(.meter(meter)) else { return onFalse }
      comparisons.append(
        Comparison(
          field: field, low: UInt64(low), high: UInt64(high), onTrue: yes, onFalse: no))
      return Int32(comparisons.count - 1)
    case .flag(let flag): return compare(.flag(flag), 1, 1)
    case .visited(let scene): return compare(.visited(scene: scene), 1, 1)
    case .passed(let name): return unit(name).map { compare(.passed($0), 1, 1) } ?? onFalse
    case .never: return onFalse
    case .not(let inner):
      return add(
        inner, onTrue: onFalse, onFalse: onTrue, meters: meters, field: field, unit: unit)
    case .and(let a, let b):
      let second = add(
        b, onTrue: onTrue, onFalse: onFalse, meters: meters, field: field, unit: unit)
      return add(a, onTrue: second, onFalse: onFalse, meters: meters, field: field, unit: unit)
    case .or(let a, let b):
      let second = add(
        b, onTrue: onTrue, onFalse: onFalse, meters: meters, field: field, unit: unit)
      return add(a, onTrue: onTrue, onFalse: second, meters: meters, field: field, unit: unit)
    }
  }

  /// The values from 0 to `top` that a comparison means, as a range, or as what is outside one.
  private static func values(
    _ comparison: ConditionSyntax.Comparison, _ wanted: Int64, top: Int64
  ) -> (low: Int64, high: Int64, isInside: Bool) {
    switch comparison {
    case .atLeast: (max(wanted, 0), top, true)
    case .greater: (wanted < 0 ? 0 : wanted == .max ? wanted : wanted + 1, top, true)
    case .atMost: (0, min(wanted, top), true)
    case .less: (0, min(wanted == .min ? wanted : wanted - 1, top), true)
    case .equal: (max(wanted, 0), wanted > top ? -1 : wanted, true)
    case .notEqual: (max(wanted, 0), wanted > top ? -1 : wanted, false)
    }
  }
}

/// All states that were met, each with the number that it was met as: open addressing with linear
/// probing over numbers, so that a state is kept once.
struct StateTable<State: PackedState>: Sendable {
  private(set) var states: ContiguousArray<State> = []
  private var slots: ContiguousArray<UInt32>
  private var shift: UInt64

  private static var free: UInt32 { .max }

  init() {
    slots = ContiguousArray(repeating: Self.free, count: 1 << 10)
    shift = 64 - 10
  }

  var count: Int { states.count }

  /// Searched from one end to the other after `close`.
  func number(of state: State) -> Int? {
    guard !slots.isEmpty else { return states.firstIndex(of: state) }
    var slot = Int(state.mixed >> shift)
    while slots[slot] != Self.free {
      if states[Int(slots[slot])] == state { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Gives back the room that only `meet` needs: few states are ever asked for again, and the slots
  /// take as much room as the states. Nothing can be met any more.
  mutating func close() { slots = [] }

  /// The state's number; a new one where it was not met before.
  @inline(__always)
  mutating func meet(_ state: State) -> UInt32 {
    var slot = Int(state.mixed >> shift)
    let last = slots.count - 1
    while true {
      let number = slots[slot]
      if number == Self.free { break }
      if states[Int(number)] == state { return number }
      slot = (slot + 1) & last
    }
    let number = UInt32(states.count)
    slots[slot] = number
    states.append(state)
    if states.count * 4 > slots.count * 3 { grow() }
    return number
  }

  private mutating func grow() {
    let count = slots.count * 2
    shift -= 1
    slots = []
    slots = ContiguousArray(repeating: Self.free, count: count)
    for (number, state) in states.enumerated() {
      var slot = Int(state.mixed >> shift)
      while slots[slot] != Self.free { slot = (slot + 1) & (count - 1) }
      slots[slot] = UInt32(number)
    }
  }
}

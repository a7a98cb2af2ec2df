import Testing

@testable import RehearseCore

@Suite struct StateTableTests {
  @Test func statesAreNumberedAsTheyAreMet() {
    check(OneWord.self)
    check(TwoWords.self)
    check(EightWords.self)
  }

  /// More than the table begins with, and many that differ in their lowest or highest bits alone.
  private func check<State: PackedState>(_: State.Type) {
    var table = StateTable<State>()
    #expect(table.number(of: State()) == nil)
    var states: [State] = []
    for word in 0..<State.wordCount {
      for shift in [UInt64(0), 20, 52] {
        for value in 1..<UInt64(1_000) {
          var state = State()
          state[word] = value << shift
          states.append(state)
        }
      }
    }
    for (number, state) in states.enumerated() {
      #expect(table.meet(state) == UInt32(number))
    }
    #expect(table.count == states.count)
    var isSame = true
    for (number, state) in states.enumerated() {
      isSame = isSame && table.meet(state) == UInt32(number)
      isSame = isSame && table.number(of: state) == number
      isSame = isSame && table.states[number] == state
    }
    #expect(isSame)
    #expect(table.count == states.count)
    var other = State()
    other[State.wordCount - 1] = .max
    #expect(table.number(of: other) == nil)
  }

  @Test func fieldsOfAStateAreApart() {
    check(TwoWords())
    check(EightWords())
    var state = OneWord()
    let low = StateField(word: 0, shift: 0, mask: 1)
    let high = StateField(word: 0, shift: 1, mask: .max >> 1)
    state.put(.max >> 1, high)
    #expect(state.value(low) == 0)
    state.put(1, low)
    #expect(state.bits == .max)
    state.put(5, high)
    #expect(state.value(high) == 5)
    #expect(state.value(low) == 1)
  }

  private func check<State: PackedState>(_ empty: State) {
    let fields = (0..<State.wordCount).flatMap { word in
      [
        StateField(word: word, shift: 0, mask: 0xFFF), StateField(word: word, shift: 12, mask: 1),
        StateField(word: word, shift: 13, mask: .max >> 13),
      ]
    }
    var state = empty
    for (number, field) in fields.enumerated() { state.put(UInt64(number) & field.mask, field) }
    for (number, field) in fields.enumerated() {
      #expect(state.value(field) == UInt64(number) & field.mask)
    }
    // A field of a whole word has nothing beside it.
    let whole = StateField(word: State.wordCount - 1, shift: 0, mask: .max)
    state.put(.max, whole)
    #expect(state.value(whole) == .max)
    #expect(state.value(fields[2]) == 2)
    var mask = empty
    mask.put(0xFFF, fields[0])
    state.keep(mask)
    #expect(state == empty)
  }
}

/// The source of all chance: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014), which gives the same numbers on every machine.
///
/// Each purpose (a shuffle, a draw, the chances of a scenario) has a stream of its own, so that
/// one more question in one section moves nothing in another.
package struct Generator: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// The stream `name` of a seed: the seed XOR the FNV-1a hash (64 bits) of the name, mixed once.
  package init(seed: UInt64, stream name: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var mixer = Generator(seed: seed ^ hash)
    state = mixer.next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number from 0 up to and not including `bound`, each as likely as the others: numbers from
  /// the incomplete last stretch are thrown away.
  package mutating func next(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let bound = UInt64(bound)
    let limit = UInt64.max - UInt64.max % bound
    while true {
      let value = next()
      if value < limit { return Int(value % bound) }
    }
  }

  /// The numbers from 0 to `count` − 1 in a random order (Fisher and Yates, from the end).
  package mutating func shuffled(_ count: Int) -> [Int] {
    var order = Array(0..<max(count, 0))
    var last = order.count - 1
    while last > 0 {
      order.swapAt(last, next(below: last + 1))
      last -= 1
    }
    return order
  }
}

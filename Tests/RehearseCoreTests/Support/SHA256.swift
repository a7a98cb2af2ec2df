/// SHA-256 as FIPS 180-4 writes it down, slowly and plainly: the core takes its hash function from
/// outside, and its tests need one.
enum SHA256 {
  static func hash(_ message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
      0x5be0_cd19,
    ]
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(message.count) * 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
    for block in stride(from: 0, to: padded.count, by: 64) {
      var w = (0..<16).map { word -> UInt32 in
        (0..<4).reduce(0) { $0 << 8 | UInt32(padded[block + 4 * word + $1]) }
      }
      for t in 16..<64 {
        let s0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ (w[t - 15] >> 3)
        let s1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ (w[t - 2] >> 10)
        w.append(w[t - 16] &+ s0 &+ w[t - 7] &+ s1)
      }
      var h = state
      for t in 0..<64 {
        let s1 = rotate(h[4], 6) ^ rotate(h[4], 11) ^ rotate(h[4], 25)
        let choice = (h[4] & h[5]) ^ (~h[4] & h[6])
        let first = h[7] &+ s1 &+ choice &+ constants[t] &+ w[t]
        let s0 = rotate(h[0], 2) ^ rotate(h[0], 13) ^ rotate(h[0], 22)
        let majority = (h[0] & h[1]) ^ (h[0] & h[2]) ^ (h[1] & h[2])
        let second = s0 &+ majority
        h = [first &+ second, h[0], h[1], h[2], h[3] &+ first, h[4], h[5], h[6]]
      }
      state = zip(state, h).map { $0 &+ $1 }
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }
  }

  private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 {
    word >> by | word << (32 - by)
  }

  /// Section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64
  /// primes, found here by integer search rather than copied.
  private static let constants: [UInt32] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { prime in
      // The largest r with r³ ≤ prime · 2^96: the cube root in 32 fractional bits.
      var low: UInt64 = 0
      var high: UInt64 = 7 << 32
      while low < high {
        let middle = (low + high + 1) / 2
        let cube = UInt128(middle) * UInt128(middle) * UInt128(middle)
        if cube <= UInt128(prime) << 96 { low = middle } else { high = middle - 1 }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }()
}

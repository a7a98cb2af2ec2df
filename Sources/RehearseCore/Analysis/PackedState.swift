/// Everything that can still matter about a place in a scenario, in as few machine words as hold it.
protocol PackedState: Hashable, Sendable, BitwiseCopyable {
  static var wordCount: Int { get }
  init()
  subscript(word: Int) -> UInt64 { get set }
  /// Keeps only the bits of the mask.
  mutating func keep(_ mask: Self)
  /// Well mixed in its high bits.
  var mixed: UInt64 { get }
}

extension PackedState {
  @inline(__always)
  func value(_ field: StateField) -> UInt64 { self[field.word] >> field.shift & field.mask }

  @inline(__always)
  mutating func put(_ value: UInt64, _ field: StateField) {
    self[field.word] = self[field.word] & ~(field.mask << field.shift) | value << field.shift
  }
}

/// Where a number stands in a packed state. No field goes over the end of a word.
struct StateField: Sendable, Equatable, BitwiseCopyable {
  var word: Int
  var shift: UInt64
  /// The field's ones, moved down to the lowest bit.
  var mask: UInt64
}

struct OneWord: PackedState {
  static var wordCount: Int { 1 }
  var bits: UInt64 = 0

  subscript(word: Int) -> UInt64 {
    @inline(__always) get { bits }
    @inline(__always) set { bits = newValue }
  }

  @inline(__always)
  mutating func keep(_ mask: Self) { bits &= mask.bits }

  @inline(__always)
  var mixed: UInt64 { (bits ^ bits >> 32) &* 0x9E37_79B9_7F4A_7C15 }
}

struct TwoWords: PackedState {
  static var wordCount: Int { 2 }
  var bits = SIMD2<UInt64>()

  subscript(word: Int) -> UInt64 {
    @inline(__always) get { bits[word] }
    @inline(__always) set { bits[word] = newValue }
  }

  @inline(__always)
  mutating func keep(_ mask: Self) { bits = bits & mask.bits }

  @inline(__always)
  var mixed: UInt64 {
    let first = (bits[0] ^ bits[0] >> 32) &* 0x9E37_79B9_7F4A_7C15
    let both = first ^ bits[1] &* 0xC2B2_AE3D_27D4_EB4F
    return (both ^ both >> 29) &* 0x9E37_79B9_7F4A_7C15
  }
}

struct EightWords: PackedState {
  static var wordCount: Int { 8 }
  var bits = SIMD8<UInt64>()

  subscript(word: Int) -> UInt64 {
    @inline(__always) get { bits[word] }
    @inline(__always) set { bits[word] = newValue }
  }

  mutating func keep(_ mask: Self) { bits = bits & mask.bits }

  var mixed: UInt64 {
    var mixed: UInt64 = 0
    for word in 0..<8 {
      mixed = (mixed ^ bits[word] ^ mixed >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
    return mixed
  }
}

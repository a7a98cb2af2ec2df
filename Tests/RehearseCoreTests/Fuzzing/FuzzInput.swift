import RehearseCore

/// Hostile and damaged course files, each made from a number alone, so that a report of the number
/// is a report of the input.
struct FuzzInput: CustomStringConvertible {
  let seed: UInt64
  let shape: String
  let bytes: [UInt8]

  var description: String { "seed \(seed), \(shape), \(bytes.count) bytes" }

  init(seed: UInt64, corpus: [[UInt8]]) {
    self.seed = seed
    var random = Generator(seed: seed)
    switch random.next(below: 20) {
    case 0:
      shape = "random bytes"
      bytes = (0..<random.next(below: 4_000)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    case 1:
      shape = "random pieces"
      bytes = Self.pieces(random.next(below: 2_000), &random)
    case 2...3:
      let (name, text) = Self.repetition(&random)
      shape = name
      bytes = text
    case 4:
      shape = "truncation"
      let file = corpus[random.next(below: corpus.count)]
      bytes = Array(file.prefix(random.next(below: file.count + 1)))
    case 5...6:
      shape = "two files"
      let one = corpus[random.next(below: corpus.count)]
      let other = corpus[random.next(below: corpus.count)]
      bytes = Array(
        one.prefix(random.next(below: one.count + 1))
          + other.suffix(random.next(below: other.count + 1)))
    default:
      shape = "mutation"
      bytes = Self.mutated(corpus[random.next(below: corpus.count)], &random)
    }
  }

  private static func mutated(_ file: [UInt8], _ random: inout Generator) -> [UInt8] {
    var bytes = file
    for _ in 0...random.next(below: 1 << (1 + random.next(below: 6))) {
      let place = random.next(below: bytes.count + 1)
      let length = min(random.next(below: 1 << random.next(below: 10)), bytes.count - place)
      switch random.next(below: 7) {
      case 0: bytes.removeSubrange(place..<(place + length))
      case 1: bytes.insert(contentsOf: pieces(1 + random.next(below: 4), &random), at: place)
      case 2 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 3 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.next(below: 8))
      case 4: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
      case 5:
        let cut = Array(bytes[place..<(place + length)])
        bytes.removeSubrange(place..<(place + length))
        bytes.insert(contentsOf: cut, at: random.next(below: bytes.count + 1))
      default: bytes.insert(contentsOf: pieces(1, &random), at: place)
      }
    }
    return bytes
  }

  private static func pieces(_ count: Int, _ random: inout Generator) -> [UInt8] {
    (0..<count).flatMap { _ in
      Array(FuzzWords.alphabet[random.next(below: FuzzWords.alphabet.count)].utf8)
    }
  }

  /// One thing very many times: what parsers are slow at.
  private static func repetition(_ random: inout Generator) -> (String, [UInt8]) {
    let kinds = ["scenario", "assessment", "checklist", "course", "certification", "lesson"]
    let kind = kinds[random.next(below: kinds.count)]
    let piece = FuzzWords.hostile[random.next(below: FuzzWords.hostile.count)]
    let length = [1_000, 20_000, 200_000, 262_000, 1_000_000][random.next(below: 5)]
    let opening = ["", "## A\n\n", "### A\n\n", "## Requirements\n\n- ", "- "][
      random.next(below: 5)]
    let before = ["", "- [a](#a) ", "`if a` ", "a"][random.next(below: 4)]
    let after = ["", "\n", "x\n", "](#a)\n\n## B\n\n`ending success`\n"][random.next(below: 4)]
    return (
      "\(kind) \(opening.debugDescription) \(before) \(piece.debugDescription) × \(length) bytes \(after.debugDescription)",
      Array(
        ("---\nkind: \(kind)\ntitle: T\nmeters: trust = 1 of 2\n---\n\n" + opening + before
          + String(repeating: piece, count: max(1, length / piece.utf8.count)) + after).utf8)
    )
  }
}

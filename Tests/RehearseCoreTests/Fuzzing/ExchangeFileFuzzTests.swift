import Testing

@testable import RehearseCore

/// Files of the exchange, damaged: reading them neither traps nor hangs, and what is read says the
/// same when it is written and read again. `REHEARSE_FUZZ_SECONDS` says how long each takes (2 where
/// it says nothing), `REHEARSE_FUZZ_SEED` where to begin.
@Suite(.serialized) struct ExchangeFileFuzzTests {
  private func fuzz(_ file: JSONValue, _ check: (JSONValue, FuzzInput) -> Void) {
    let corpus = [CanonicalJSON.bytes(of: file)]
    let first = FuzzFiles.number("REHEARSE_FUZZ_SEED") ?? 1
    let end = ContinuousClock.now + .seconds(FuzzFiles.number("REHEARSE_FUZZ_SECONDS") ?? 2)
    var count = 0
    var random = Generator(seed: UInt64(first), stream: "members")
    while ContinuousClock.now < end {
      let input = FuzzInput(seed: UInt64(first + count), corpus: corpus)
      let started = FuzzFiles.processorTime
      if let json = try? JSONReader.read(input.bytes) { check(json, input) }
      // Most damage is no JSON any more; what still is goes deeper.
      check(Self.mixed(file, &random), input)
      #expect(FuzzFiles.processorTime - started < .seconds(FuzzFiles.patience), "\(input)")
      count += 1
    }
    #expect(count > 0)
  }

  /// The same with a few values changed, left out, doubled or put elsewhere.
  private static func mixed(_ json: JSONValue, _ random: inout Generator) -> JSONValue {
    if random.next(below: 12) == 0 {
      let others: [JSONValue] = [
        .null, true, 7, "", "x", [], [:], .number(1e300), .string("\u{212A}\u{301}"),
        .string(String(repeating: "A", count: 3_000)), "u", "2026-02-30T00:00:00Z",
        .string("sha256:\u{301}" + String(repeating: "0", count: 62)),
      ]
      return others[random.next(below: others.count)]
    }
    switch json {
    case .object(var members):
      for name in members.keys.sorted() where random.next(below: 4) == 0 {
        members[name] = members[name].map { mixed($0, &random) }
        if random.next(below: 8) == 0 { members[name] = nil }
        if random.next(below: 8) == 0 { members[name + "\u{301}"] = json }
      }
      return .object(members)
    case .array(let items):
      return .array(
        items.flatMap { item in
          [JSONValue](repeating: mixed(item, &random), count: random.next(below: 8) == 0 ? 2 : 1)
        })
    case .string(let text) where random.next(below: 3) == 0:
      var bytes = Array(text.utf8)
      if !bytes.isEmpty {
        bytes[random.next(below: bytes.count)] ^= 1 << UInt8(random.next(below: 7))
      }
      return .string(String(decoding: bytes, as: UTF8.self))
    default: return json
    }
  }

  @Test func records() {
    fuzz(ExchangeFileTests.record.json) { json, input in
      guard let file = try? RecordFile(json) else { return }
      #expect((try? RecordFile(file.json)) == file, "\(input)")
    }
  }

  @Test func results() {
    fuzz(ExchangeFileTests.result.json) { json, input in
      guard let file = try? ResultFile(json) else { return }
      #expect((try? ResultFile(file.json)) == file, "\(input)")
    }
  }

  @Test func statusLists() {
    fuzz(StatusListTests.list([5, 94_567]).json) { json, input in
      guard let list = try? StatusList(json: json) else { return }
      #expect((try? StatusList(json: list.json)) == list, "\(input)")
      _ = list.isRevoked(.max)
    }
  }
}

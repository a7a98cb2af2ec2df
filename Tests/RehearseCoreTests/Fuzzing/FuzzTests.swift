import RehearseCore
import Testing

/// Reading never throws, traps or hangs, whatever is in a file; nor does playing what was read.
///
/// `REHEARSE_FUZZ_SECONDS` says how long (5 where it says nothing), `REHEARSE_FUZZ_SEED` where to
/// begin. A failure names the seed of its input; with `REHEARSE_FUZZ_INPUTS=1` it is that one
/// alone, and with `REHEARSE_FUZZ_LOUD=1` every input is named before it is read.
@Suite(.serialized) struct FuzzTests {
  /// The shipped courses, beside the package's sources.
  static let corpus: [[UInt8]] = {
    let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let files = FuzzFiles.markdown(under: "/" + package + "/courses")
    return files.isEmpty ? [Array(scenarioText("## A" + endScene).utf8)] : files
  }()

  @Test func shippedCoursesAreTheCorpus() { #expect(Self.corpus.count > 10) }

  @Test func readingAndPlaying() {
    let first = FuzzFiles.number("REHEARSE_FUZZ_SEED") ?? 1
    let limit = FuzzFiles.number("REHEARSE_FUZZ_INPUTS") ?? .max
    let isLoud = FuzzFiles.number("REHEARSE_FUZZ_LOUD") != nil
    let clock = ContinuousClock()
    let end = clock.now + .seconds(FuzzFiles.number("REHEARSE_FUZZ_SECONDS") ?? 5)
    var count = 0
    var bytes = 0
    var played = 0
    var slowest = (time: Duration.zero, input: "")
    while clock.now < end, count < limit {
      let input = FuzzInput(seed: UInt64(first + count), corpus: Self.corpus)
      if isLoud { FuzzFiles.say("\(input)") }
      let started = FuzzFiles.processorTime
      let playing = clock.now
      played += check(input)
      let time = FuzzFiles.processorTime - started
      if time > slowest.time { slowest = (time, "\(input), \(clock.now - playing) by the clock") }
      #expect(time < .seconds(FuzzFiles.patience), "\(input) took \(time)")
      count += 1
      bytes += input.bytes.count
    }
    #expect(count > 0)
    print("Fuzzed \(count) inputs from seed \(first), \(bytes / 1024) KiB, \(played) events;")
    print("the slowest took \(slowest.time): \(slowest.input)")
  }

  /// Reads and plays twice; returns how many events were played.
  private func check(_ input: FuzzInput) -> Int {
    let path = "a/talk.md"
    let reading = UnitReader.read(path: path, bytes: input.bytes)
    let again = UnitReader.read(path: path, bytes: input.bytes)
    #expect(reading.diagnostics == again.diagnostics, "\(input)")
    let lengths = Self.lineLengths(input.bytes)
    for diagnostic in reading.diagnostics {
      let range = diagnostic.range
      let isInside =
        Self.isInside(range.start, lengths) && Self.isInside(range.end, lengths)
      if !isInside || range.start > range.end {
        Issue.record("\(input): \(diagnostic.rule) at \(place(range)) is outside the file")
        break
      }
    }
    // A role-play is marked against its best score, which takes the whole graph: seconds to minutes
    // where a mutation has let it grow past all that was meant.
    if let scenario = reading.value.scenario,
      !ScenarioAnalysis(scenario, limit: 100_000).isExact
    {
      return 0
    }
    // A large scene is shown anew at every step.
    let steps = min(60, max(5, 3_000_000 / max(input.bytes.count, 1)))
    let first = FuzzPlay.play(reading.value, seed: input.seed, steps: steps)
    let second = FuzzPlay.play(again.value, seed: input.seed, steps: steps)
    #expect(first.summary == second.summary, "\(input)")
    #expect(first.events == second.events, "\(input)")
    #expect(first.events.allSatisfy { Event(text: $0.text) == $0 }, "\(input)")
    return first.events.count
  }

  private static func isInside(_ position: SourcePosition, _ lengths: [Int]) -> Bool {
    let line = Int(position.line)
    guard line >= 1, line <= lengths.count, position.column >= 1 else { return false }
    return Int(position.column) <= lengths[line - 1] + 1
  }

  /// How many code points each line has.
  private static func lineLengths(_ bytes: [UInt8]) -> [Int] {
    var lengths = [0]
    var last: UInt8 = 0
    // A byte that is not UTF-8 is a character too: what is no continuation, or continues nothing.
    let isText = String(validating: bytes, as: UTF8.self) != nil
    for byte in bytes {
      if byte == 0x0A, last == 0x0D {
        // The second half of a line's end.
      } else if byte == 0x0A || byte == 0x0D {
        lengths.append(0)
      } else if !isText || byte & 0xC0 != 0x80 {
        lengths[lengths.count - 1] += 1
      }
      last = byte
    }
    return lengths
  }
}

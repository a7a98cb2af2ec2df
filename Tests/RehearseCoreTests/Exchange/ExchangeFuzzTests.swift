import RehearseCore
import Testing

/// Whatever is in a file from elsewhere: reading it neither traps nor hangs, and what is written of it
/// reads without errors. `REHEARSE_FUZZ_SECONDS` says how long, as for course files.
@Suite(.serialized) struct ExchangeFuzzTests {
  private static let words = [
    "{", "}", "=", "~", "#", "####", "->", "::", "%50%", "%-50%", "\\", "\\n", "\\{", "//",
    "[html]",
    "[markdown]", "[plain]", "$CATEGORY: ", "TRUE", "F", "{#", "..", ":", "<p>", "</p>", "<b>",
    "<li>",
    "<ul>", "<table>", "<tr><td>", "<img src=x>", "<a href=\"", "&amp;", "&#x41;", "&", "<", ">",
    "\n",
    "\n\n", "1. ", "a) ", "*b) ", "[*] ", "[ ] ", "*   ", "=   ", "+-", "... ", "____", "^^^^",
    "GROUP",
    "END_GROUP", "pick: 2", "Title: ", "Points: ", "COMMENT", "```", "    ", "\t", "ANSWER: A",
    "A. ",
    "B) ", "`points 5`", "Hint: x", "Answer: 5", "- (x) ", "- [ ] ", "| a | b |\n|---|---|\n", "> ",
    "## ", "### ", "Put in order\n\n1. a\n2. b\n", "Rubric:\n\n- [ ] x\n", "\u{0}", "\u{A0}", "é",
    "\u{FEFF}",
    "1e9", "-0.0000001", "999999999999999999", "*", "_", "**", "`", "![x](y)", "[x](<y z>)", "|",
    "\r",
    "<qti-value>", "<![CDATA[", "]]>", "<!--", "identifier=\"A\"", "</qti-simple-choice>",
  ]

  private static let corpus: [[UInt8]] = {
    let reading = UnitReader.read(everyQuestion, path: "final.md")
    guard let content = reading.value.assessment else { return [] }
    let about = reading.value.about
    var texts = [
      GIFTExport.write(content, about: about, file: "f").text,
      Text2QTIExport.write(content, about: about, file: "f").text,
      "Which?\nA. a\nB. b\nANSWER: B\n\nWhy?\nA) x\nB) y\nANSWER: A\n",
    ]
    texts += QTI3Export(content, about: about, file: "f").files.map(\.text)
    texts += GIFTImportTests.cases.map(\.source)
    return texts.map { Array($0.utf8) }
  }()

  private func input(_ seed: UInt64) -> [UInt8] {
    var random = Generator(seed: seed)
    var bytes = Self.corpus[random.next(below: Self.corpus.count)]
    if random.next(below: 20) == 0 { bytes = [] }
    if random.next(below: 40) == 0 {
      let word = Self.words[random.next(below: Self.words.count)]
      let count = 1 << random.next(below: 16)
      return bytes.prefix(random.next(below: bytes.count + 1))
        + Array(String(repeating: word, count: count).utf8)
    }
    for _ in 0...random.next(below: 1 << (1 + random.next(below: 6))) {
      let place = random.next(below: bytes.count + 1)
      let length = min(random.next(below: 1 << random.next(below: 8)), bytes.count - place)
      switch random.next(below: 5) {
      case 0: bytes.removeSubrange(place..<(place + length))
      case 1 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
      default:
        let word = Self.words[random.next(below: Self.words.count)]
        bytes.insert(contentsOf: Array(word.utf8), at: place)
      }
    }
    return bytes
  }

  @Test func importing() {
    let clock = ContinuousClock()
    let first = FuzzFiles.number("REHEARSE_FUZZ_SEED") ?? 1
    let limit = FuzzFiles.number("REHEARSE_FUZZ_INPUTS") ?? .max
    let end = clock.now + .seconds(FuzzFiles.number("REHEARSE_FUZZ_SECONDS") ?? 5)
    var count = 0
    var questions = 0
    var refused = 0
    while clock.now < end, count < limit {
      let seed = UInt64(first + count)
      let bytes = input(seed)
      let started = FuzzFiles.processorTime
      for source in sources(bytes) {
        let written = AssessmentMarkdown(source, title: "Fuzz", file: "f")
        refused += written.notes.count { $0.loss == .cannotBeWritten }
        questions += written.count
        guard written.count > 0 else { continue }
        let reading = UnitReader.read(written.text, path: "f.md")
        #expect(!reading.hasErrors, "seed \(seed): \(reading.diagnostics)\n\(written.text)")
        #expect(
          reading.value.assessment?.questionCount == written.count, "seed \(seed)\n\(written.text)")
        if let content = reading.value.assessment { export(content, reading.value.about, seed) }
      }
      let time = FuzzFiles.processorTime - started
      #expect(time < .seconds(FuzzFiles.patience), "seed \(seed) took \(time)")
      count += 1
    }
    #expect(count > 0 && questions > 20)
    print(
      "Imported \(count) inputs from seed \(first): \(questions) questions, \(refused) not written."
    )
  }

  private func sources(_ bytes: [UInt8]) -> [QuestionImport] {
    _ = ImportFormat(guessing: bytes)
    return [
      GIFTImport.read(bytes, file: "f"), Text2QTIImport.read(bytes, file: "f"),
      AikenImport.read(bytes, file: "f"),
      QTIImport.read(bytes, file: "f") { path in
        path.contains("1")
          ? .success(bytes) : .failure(CourseFileFailure(reason: "it is not there"))
      },
    ]
  }

  /// All that is exported can be imported, and QTI is well-formed.
  private func export(_ content: Assessment, _ about: UnitDescription, _ seed: UInt64) {
    let gift = GIFTExport.write(content, about: about, file: "f").text
    let back = GIFTImport.read(Array(gift.utf8), file: "f").questionCount
    #expect(back == content.questionCount, "seed \(seed)\n\(gift)")
    let plain = Text2QTIExport.write(content, about: about, file: "f").text
    _ = Text2QTIImport.read(Array(plain.utf8), file: "f")
    for file in QTI3Export(content, about: about, file: "f").files {
      do throws(XMLReader.Failure) {
        _ = try XMLReader.read(Array(file.text.utf8))
      } catch {
        Issue.record("seed \(seed): \(error)\n\(file.text)")
      }
    }
  }
}

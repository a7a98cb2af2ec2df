import RehearseCore
import Testing

@Suite struct ExchangeNoteTests {
  static let oneOfEach: [ExchangeLoss] = [
    .noSuchType(type: "pairs", format: "GIFT"), .notUnderstood("x\ny"), .noKey, .noAnswers,
    .tooFew("options"), .tooManyInteractions(2), .interaction("slider"), .cannotBeWritten,
    .missingItem("a.xml", reason: "it is not there"), .points(2, format: "GIFT"),
    .marking("Another way."), .partialCredit(option: "x", percent: "50"), .severalKeys,
    .otherAnswers(["1", "2", "3", "4", "5", "6"]), .number("x"), .rounded("1..2"), .unit("days"),
    .zeroRange(format: "text2qti"), .tolerance("5 ± 5"), .caseMatters, .wildcard("a*"), .bar("a|b"),
    .hints(1, format: "GIFT"), .hints(2, format: "GIFT"), .feedbackJoined("The feedback"),
    .rubricAsText(format: "GIFT"), .rubricMissing, .formatting("An option"), .markup("sub"),
    .image("a.png"), .mathematics, .reworded("Put in order"), .repeated("x"), .distractors(["x"]),
    .quote, .arrow("a->b"), .withoutWords, .titles("a | b", format: "GIFT"),
    .keepOrder(format: "GIFT"), .fixedOption,
    .skill("talk", format: "text2qti"), .tags(["a", "b"]), .setting("pass", format: "GIFT"),
    .sourceSetting("x: y"), .drawNeedsEqualPoints("One"), .draw("One", format: "GIFT"),
    .skillDraw("One", format: "QTI"),
    .textLeftOver("x"), .code, .newerThan("Moodle 4.4"),
  ]

  /// What, and what happened instead: two sentences on one line.
  @Test(arguments: oneOfEach)
  func wordsAreSentences(_ loss: ExchangeLoss) {
    let words = loss.wording
    #expect(words.contains(". ") || words.contains(": "), "\(words)")
    #expect(words.hasSuffix("."), "\(words)")
    #expect(!words.contains("!") && !words.contains("  ") && !words.contains("\n"), "\(words)")
    #expect(words.first?.isLowercase == false || words.hasPrefix("text2qti "), "\(words)")
  }

  @Test func longWordsAreCutShort() {
    let long = String(repeating: "word ", count: 1000)
    #expect(ExchangeLoss.notUnderstood(long).wording.count < 150)
    #expect(ExchangeLoss.distractors(Array(repeating: long, count: 1000)).wording.count < 500)
  }

  @Test func aNoteSaysWhere() {
    #expect(
      ExchangeNote(file: "quiz.gift", line: 12, .noKey).text
        == "quiz.gift:12: The question does not say which answer is right. It was left out.")
  }

  @Test(arguments: [
    ("<?xml version=\"1.0\"?><assessmentItem/>", ImportFormat.gift as ImportFormat?, true),
    ("Q\nA. x\nB. y\nANSWER: A\n", .aiken, false), ("1. Q\n*a) x\nb) y\n", .text2qti, false),
    ("Quiz title: x\n\n1.  Q\n____\n", .text2qti, false), ("Q {T}", .gift, false),
    ("Q {\n=a\n~b\n}", .gift, false), ("", nil, false), ("Just words.", nil, false),
    ("1. One\n2. Two", nil, false), ("\u{FEFF} <a/>", .qti, false),
  ])
  func formatsAreGuessed(_ text: String, _ format: ImportFormat?, isXML: Bool) {
    #expect(ImportFormat(guessing: Array(text.utf8)) == (isXML ? .qti : format))
  }

  @Test func archivesAreStored() {
    let archive = StoredZIP.archive([("a.txt", Array("123456789".utf8)), ("b/c", [])])
    // The check value of CRC-32, little-endian, at its place in the first header.
    #expect(Array(archive[14..<18]) == [0x26, 0x39, 0xF4, 0xCB])
    #expect(archive.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(Array(archive.suffix(22).prefix(4)) == [0x50, 0x4B, 5, 6])
    #expect(Array(archive.suffix(12).prefix(2)) == [2, 0])
  }
}

import RehearseCore
import Testing

/// Text that looks like structure stays text, wherever it stands.
@Suite struct MarkdownTextTests {
  static let hostile = [
    "# heading", "## heading", "#5", "- item", "* item", "+ item", "1. item", "2) item", "> quote",
    "```", "~~~", "---", "***", "===", "| a | b |", "|---|---|", ":--", "[x](y)", "![x](y)",
    "[ref]: http://x", "<b>bold</b>", "<script>", "<!-- x", "<?php", "&amp; &lt; &#65; &nbsp;",
    "*a* **b** _c_ __d__ ~~e~~ `f`", "a_b_c *x", "\\*x\\*", "\\", "a\\", "``", "`points 5`",
    "( ) wrong", "(x) right", "[ ] wrong", "[x] right", "Hint: no hint", "hint : no", "Answer: 5",
    "Rubric:", "Put in order", "Put these in order, please", "{#id}", "x {#a} {#b}", "x {#}", "}",
    "points 5", "\u{A0}- x", "- \u{A0}x", "• bullet", "5 < 6 > 4", "a\tb", "a  b", "!", "!x",
    "$x$", "https://example.org/a_b_c", "<https://example.org>", "a@b.c", "“q”", "…", "\u{200B}",
    "\u{1F600}", "e\u{301}", "\u{202E}abc", "a|b", "14 ± 2", "true", "+-", ":-", "=", "-", "+", "#",
    "#hash", "##hash", "x#", "x ##", "~~", "a~~b~~", "<", "&", "&x", "&x;", "\u{7F}\u{1B}[31m",
    "setext\n===", "two\n\nparagraphs", "    code", "\tcode", "- [ ] task", "Hint:", "(X) x",
  ]

  private func inline(_ text: String) -> [Inline] { [Inline(.text(text), range: .firstCharacter)] }

  /// By way of GIFT in plain text, which says of itself that it is text.
  private func gift(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if "\\#=~{}:".unicodeScalars.contains(scalar) { out += "\\" }
      if scalar == "\n" { out += "\\n" } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }

  /// Blanks are blanks; breaks and control characters become some.
  private func plain(_ text: String) -> [String] {
    text.unicodeScalars.split { Words.isBlank($0) || $0.value < 0x20 || $0.value == 0x7F }
      .map(String.init)
  }

  @Test(arguments: hostile)
  func everywhere(_ text: String) throws {
    let words = gift(text)
    let imported = try Imported(
      gift: """
        ::q1::[plain]\(words){=[plain]\(words)#\(words) ~other####\(words)}

        ::q2::[plain]Stem\\n\\n\(words){T}

        ::q3::[plain]Pairs{=[plain]\(words) -> \(words) =b -> c}

        ::q4::[plain]Some{~%50%[plain]\(words) ~%50%y ~%-50%z}

        ::q5::[plain]Words{=a =\(words)}
        """)
    let expected = plain(text)
    let questions = imported.questions
    guard questions.count == 5 else {
      // What has no words at all is no option and no pair.
      #expect(expected.isEmpty || text == "\u{200B}", "\(imported.markdown) \(imported.notes)")
      return
    }
    #expect(
      plain(questions[0].stem.plainText + " " + questions[0].text.plainText) == expected,
      "\(imported.markdown)")
    guard case .single(let single) = questions[0].form,
      case .matching(let matching) = questions[2].form,
      case .multiple(let multiple) = questions[3].form,
      case .shortText(let short) = questions[4].form
    else {
      Issue.record("\(imported.markdown)")
      return
    }
    #expect(plain(single.options[0].text.plainText) == expected, "\(imported.markdown)")
    #expect(plain(single.options[0].feedback.plainText) == expected, "\(imported.markdown)")
    #expect(plain(questions[0].rationale.plainText) == expected, "\(imported.markdown)")
    #expect(plain(matching.pairs[0].left.plainText) == expected, "\(imported.markdown)")
    #expect(plain(matching.pairs[0].right.plainText) == expected, "\(imported.markdown)")
    #expect(plain(multiple.options[0].text.plainText) == expected, "\(imported.markdown)")
    #expect(short.accepted.first == "a" && short.accepted.count == 2, "\(imported.markdown)")
    let body = plain(questions[1].text.plainText)
    #expect(body == expected || body == ["Please:"] + expected, "\(imported.markdown)")
    #expect(questions.allSatisfy { $0.hints.isEmpty && $0.points == Points(1) })
  }

  /// What goes to text2qti as Markdown comes back as the text that it was.
  @Test(arguments: hostile)
  func byWayOfText2QTI(_ text: String) throws {
    let first = try Imported(
      gift: "::q1::[plain]Stem{=[plain]\(gift(text)) ~other####\(gift(text))}")
    guard first.questions.count == 1, text != "\u{200B}" else { return }
    let (about, content) = try assessment(first.markdown)
    let export = Text2QTIExport.write(content, about: about, file: "f")
    let back = try Imported(text2qti: export.text)
    #expect(back.models == first.models, "\(export.text)")
  }

  @Test(arguments: hostile)
  func byWayOfQTI(_ text: String) throws {
    let first = try Imported(
      gift: "::q1::[plain]Stem{=[plain]\(gift(text)) ~other####\(gift(text))}")
    guard first.questions.count == 1 else { return }
    let (about, content) = try assessment(first.markdown)
    let back = try Imported(package: QTI3Export(content, about: about, file: "f").files)
    // XML knows no two blanks in a row.
    #expect(back.models == first.models.map { $0.replacing("a  b", with: "a b") })
  }
}

import RehearseCore
import Testing

@Suite struct MarkdownMarksTests {
  static let package =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  /// What cmark finds, and what is found here, in one text.
  static func compare(_ bytes: [UInt8]) -> (cmark: [String], here: [String]) {
    var findings: [Finding] = []
    let source = SourceText(path: "a.md", bytes: bytes, findings: &findings)
    let front = FrontMatter(source, findings: &findings)
    let document = MarkdownDocument(source.bytes[front.bodyOffset...], findings: &findings)
    let marks = MarkdownMarks(source.bytes, from: front.bodyOffset)
    func text(_ range: Range<Int>) -> String {
      String(decoding: source.bytes[range], as: UTF8.self)
    }
    var codes: [String] = []
    document.blocks.forEach { codes += $0.codes }
    return (
      (document.links.map { "link \($0.destination)" } + codes.map { "code \(normal($0))" })
        .sorted(),
      (marks.links.map { "link \(text($0.destination))" }
        + marks.codes.map { "code \(Self.normal(text($0)))" }).sorted()
    )
  }

  /// As CommonMark 6.1 has it: line ends are blanks, and one blank is taken off both ends. In a
  /// table, a bar is written with a backslash.
  private static func normal(_ code: String) -> String {
    let lines = code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var words = (lines.prefix(1) + lines.dropFirst().map { $0.drop { $0 == " " } })
      .joined(separator: " ")[...]
    if words.hasPrefix(" "), words.hasSuffix(" "), words.contains(where: { $0 != " " }) {
      words = words.dropFirst().dropLast()
    }
    return String(words.filter { $0 != "\\" })
  }

  @Test func everyLinkAndCodeOfTheShippedCoursesIsFound() {
    let files =
      FuzzFiles.all(under: Self.package + "/courses", suffix: ".md")
      + FuzzFiles.all(under: Self.package + "/docs", suffix: ".md")
    #expect(files.count > 15)
    for (path, bytes) in files {
      let (cmark, here) = Self.compare(bytes)
      let different = Set(cmark).symmetricDifference(here)
      #expect(
        different.isEmpty && cmark.count == here.count, "\(path): \(different.sorted().prefix(4))")
    }
  }

  @Test(arguments: [
    "- [a](#b) `points 5`\n  > [c](d.md)\n", "1. [a](<b c.md>) `once`\n", "[a](b \"title\") c",
    "[a](b(c)d)", "[a](b", "\\[a](b)", "[a\\](b)", "`[a](b)`", "``a ` b`` `c", "`` ` ``",
    "```\n[a](b) `c`\n```\n[d](e)", "~~~ md\n`x`\n~~~\n`y`", "> `a` [b](c)\n> d `e` f\n",
    "`a\n\nb`", "- `a\n- b`", "## Title `draw 3` ##\n`x`",
    "Title `a`\n---\n`b`", "![alt](a.png) [![b](c.png)](d)", "[a](b)[c](d)`e`",
    "[a]\n\n[a]: #b\n", "a `b`\r\nc `d`\re", "| a | b |\n| --- | --- |\n| `x` | [y](z) |\n",
    "- [ ] `critical` [a](b)\n- [x] c", "``` a` b ``` [c](d)", "[a]( b )",
    "<!-- `a` [b](c) -->\n`d`", "a\n<!--\n- [b](#c) `d`\n\n-->\n[e](f)", "a <!-- `b` --> `c`",
    "[](c)", "[a]()",
  ])
  func otherTextsAreReadAsCmarkDoes(_ text: String) {
    let (cmark, here) = Self.compare(Array(("---\nkind: lesson\n---\n" + text).utf8))
    // A link by reference shows once for each use there, and once where it is defined here.
    #expect(Set(cmark) == Set(here))
  }

  @Test func partsAreHeadingsItemsAndParagraphs() throws {
    let text = "## One {#x} ##\nText\nmore\n- item\n  goes on\n> - quoted\n\nTwo\n===\n"
    let marks = MarkdownMarks(Array(text.utf8), from: 0)
    let bytes = Array(text.utf8)
    #expect(
      marks.parts.map { "\($0.kind) \(String(decoding: bytes[$0.range], as: UTF8.self))" } == [
        "heading(level: 2) One {#x}", "paragraph Text\nmore", "item item\n  goes on",
        "item quoted", "heading(level: 1) Two",
      ])
    #expect(marks.parts.map(\.isQuoted) == [false, false, false, true, false])
    #expect(marks.part(at: 5)?.kind == .heading(level: 2))
  }
}

extension Block {
  fileprivate var codes: [String] {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.codes
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.codes) }
    case .quote(let blocks): blocks.flatMap(\.codes)
    case .table(let table): ([table.header] + table.rows).flatMap { $0.flatMap(\.codes) }
    case .code, .html, .rule: []
    }
  }
}

extension [Inline] {
  fileprivate var codes: [String] {
    flatMap { inline -> [String] in
      switch inline.kind {
      case .code(let text): [text]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner),
        .image(_, let inner):
        inner.codes
      default: []
      }
    }
  }
}

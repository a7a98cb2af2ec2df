import Testing

@testable import RehearseCore

/// What holds for every page, whatever the course.
@Suite struct PreviewPageTests {
  /// A course with every kind of unit, and with words that mean something to HTML.
  static let course: [String: String] = [
    "course.md": unitText(
      "course",
      """
      Welcome to <b>it</b> & more.

      ## First

      1. [Talk](deep/talk.md) `after lesson`
      2. [Lesson](lesson.md) `skip if exam >= 80%`

      ## Second

      - [Exam](exam.md)
      - [List](list.md)
      - [Proof](proof.md)
      - [Gone](gone.md)
      """, front: "version: 2 & a half\nskills: care = Care & <attention>\nwhy: A \"reason\""),
    "deep/talk.md": scenarioText(
      """
      Before [the lesson](../lesson.md#a-part).

      ## Opening

      **Maya:** Is 1 < 2?

      - [“Yes & no”](#end) `points 3 care` `trust +5`
        > Good.
      - [Read first](../lesson.md), then [go on](#end) `once` `if trust >= 40`
      - ["No"](#fail) `critical` `set said-no`

      ## End

      `ending success`

      ## Fail {#fail}

      `ending failure`

      `if said-no` You said so.
      """, front: "pass: 60%"),
    "lesson.md": unitText(
      "lesson",
      """
      #### Begins deep

      ## A part

      ###### Deeper

      ![A tree](img/tree.png) ![](img/tree.png) ![Far](https://example.com/x.png)

      | a | b | c | d |
      | --- | --- | --- | --- |
      | 1 | 2 | 3 | 4 |

      [Home](course.md#second) [Web](https://example.com/a?b=c&d=e) [Talk](deep/talk.md#fail)
      """),
    "img/tree.png": "",
    "exam.md": unitText(
      "assessment",
      """
      ## Part `draw 1`

      ### One?

      - (x) a
        > Why a.
      - ( ) b

      > Because.

      ### Two?

      Answer: 14 ± 2 days
      """, front: "pass: 80%\nattempts: 2"),
    "list.md": unitText(
      "checklist", "## Before\n\n- [x] Ring `critical`\n\n  Why.\n\n  Ask: “Who?”\n\n- [ ] Wave"),
    "proof.md": unitText("certification", "## Requirements\n\n- [Exam](exam.md) `at least 80%`"),
  ]

  private static func every() throws -> [String: PreviewPageText] {
    try pages(of: preview(course))
  }

  @Test func pagesAreWhereTheUnitsAre() throws {
    #expect(
      try Self.every().keys.sorted() == [
        "deep/talk.html", "exam.html", "index.html", "lesson.html", "list.html", "proof.html",
      ])
  }

  @Test func idsAreThereOnce() throws {
    for (path, page) in try Self.every() {
      #expect(Set(page.ids).count == page.ids.count, "\(path): \(page.ids)")
    }
  }

  @Test func headingsLeaveNoLevelOut() throws {
    for (path, page) in try Self.every() {
      let levels = page.elements.compactMap { element in
        ["h1", "h2", "h3", "h4", "h5", "h6"].firstIndex(of: element.name).map { $0 + 1 }
      }
      #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(path)")
      for (a, b) in zip(levels, levels.dropFirst()) { #expect(b <= a + 1, "\(path): \(levels)") }
      for heading in page.elements where heading.name.count == 2 && heading.name.hasPrefix("h") {
        #expect(heading.name == "hr" || !heading.words.isEmpty, "\(path)")
      }
    }
  }

  @Test func linksLeadSomewhere() throws {
    let pages = try Self.every()
    for (path, page) in pages {
      for address in page.addresses where !address.contains(":") {
        let parts = address.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        var folders = path.split(separator: "/").dropLast().map(String.init)
        for part in parts[0].split(separator: "/") {
          if part == ".." { folders.removeLast() } else { folders.append(String(part)) }
        }
        let file = parts[0].isEmpty ? path : folders.joined(separator: "/")
        let target = try #require(pages[file], "\(path): \(address)")
        if parts.count == 2 { #expect(target.ids.contains(parts[1]), "\(path): \(address)") }
      }
    }
  }

  @Test func linksHaveNamesAndImagesHaveWords() throws {
    for (path, page) in try Self.every() {
      for link in page.all("a") {
        #expect(!link.words.isEmpty, "\(path): \(link.attributes)")
      }
      for image in page.all("img") { #expect(image.attributes["alt"]?.isEmpty == false, "\(path)") }
      for header in page.all("th") { #expect(header.attributes["scope"] != nil, "\(path)") }
    }
  }

  @Test func sameCourseSamePages() throws {
    let pages = try preview(Self.course, date: "2026-11-22").pages()
    #expect(try preview(Self.course, date: "2026-11-22").pages() == pages)
    #expect(pages.allSatisfy { $0.text.contains("2026-11-22") })
    #expect(try !preview(Self.course).pages().contains { $0.text.contains("2026") })
  }

  @Test func everyPageIsSignedForItsContent() throws {
    for (path, page) in try Self.every() {
      let words = try page.element("sign-off").words
      #expect(words == "Sign off", "\(path)")
      #expect(page.text.contains("Approved by") && page.text.contains("0a0a0a0a0a0a"), "\(path)")
    }
  }

  @Test func wordsOfTheCourseAreEscaped() throws {
    let index = try #require(try Self.every()["index.html"])
    #expect(index.text.contains("2 &amp; a half"))
    #expect(index.text.contains("Care &amp; &lt;attention&gt;"))
    #expect(index.text.contains("A &quot;reason&quot;"))
    #expect(index.all("b").isEmpty)
  }

  @Test func theLanguageIsTheCourses() throws {
    func language(_ field: String) throws -> [String: String] {
      try #require(
        coursePages(unitText("lesson", "Text."), front: "language: \(field)")["unit.html"]
      ).root.attributes
    }
    #expect(try language("en") == ["lang": "en"])
    #expect(try language("pt-BR") == ["lang": "pt-BR"])
    #expect(try language("he") == ["lang": "he", "dir": "rtl"])
    #expect(try language("German, mostly") == ["lang": "en"])
    let german = try #require(
      coursePages(unitText("lesson", "Text."), front: "language: de")["unit.html"])
    // The program's own words are English in any course.
    #expect(try german.element("sign-off").name == "h2")
    let sections = german.all("section").filter { $0.attributes["lang"] == "en" }
    #expect(sections.contains { $0.attributes["aria-labelledby"] == "sign-off" })
    #expect(german.all("a").first?.attributes["lang"] == "en")
  }

  @Test func headingsAreNestedWithoutGaps() {
    var levels = HeadingLevels(top: 2)
    #expect([4, 2, 3, 6, 6, 2, 5].map { levels.level(of: $0) } == [2, 2, 3, 4, 4, 2, 3])
    var deep = HeadingLevels(top: 5)
    #expect([2, 3, 4].map { deep.level(of: $0) } == [5, 6, 6])
  }
}

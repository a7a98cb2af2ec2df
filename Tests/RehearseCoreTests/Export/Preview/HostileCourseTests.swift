import Testing

@testable import RehearseCore

/// A course by somebody who means harm: it is shown, and nothing in it runs.
@Suite struct HostileCourseTests {
  private static let bad = """
    <script>alert(1)</script> <img src=x onerror=alert(1)> "' onclick='x() </title></style> &lt;
    """

  private static let files: [String: String] = {
    let line = bad
    return [
      "course.md": """
      ---
      kind: course
      title: \(line)
      version: \(line)
      author: \(line)
      language: en"><script>
      skills: care = \(line)
      why: \(line)
      ---

      \(line)

      <iframe src="https://example.com"></iframe>

      ## \(line)

      - [\(line)](talk.md)
      - [x](exam.md)
      - [x](list.md)
      - [x](<"><script>.md>)
      """,
      "talk.md": """
      ---
      kind: scenario
      title: \(line)
      cast: Maya = \(line); <b>Tom</b> = x
      meters: trust = 50 of 100
      ---

      ## \(line) {#"><script>}

      **Maya:** [click](javascript:alert(1)) <b onclick="x()">bold</b>

      <style>body { display: none }</style>

      - [\(line)](#end) `points 1`
        > [here](JAVASCRIPT:alert(1)) ![x](javascript:alert(1)) <svg onload=alert(1)>
      - [y](#end) `if "><script>`

      ## End

      `ending success`

      ```html
      </code></pre><script>alert(1)</script>
      ```
      """,
      "exam.md": """
      ---
      kind: assessment
      title: x
      ---

      ### \(line)

      - (x) \(line)
        > \(line)
      - ( ) <https://example.com/"onmouseover="x>

      Hint: \(line)

      ### B

      Answer: \(line) | b
      """,
      "list.md": unitText("checklist", "## \(line)\n\n- [ ] \(line)\n\n  Ask: \(line)"),
    ]
  }()

  private static let elements: Set<String> = [
    "a", "blockquote", "body", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "html", "img", "li", "main", "meta", "nav", "ol", "p", "pre", "section", "span", "strong",
    "style", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
  ]
  private static let attributes: Set<String> = [
    "alt", "aria-label", "aria-labelledby", "charset", "class", "content", "dir", "href",
    "http-equiv", "id", "lang", "name", "rel", "role", "scope", "src", "start", "tabindex", "type",
  ]

  @Test func nothingRuns() throws {
    let pages = try pages(of: preview(Self.files))
    #expect(pages.count == 4)
    for (path, page) in pages {
      for element in page.elements {
        #expect(Self.elements.contains(element.name), "\(path): <\(element.name)>")
        for (name, value) in element.attributes {
          #expect(Self.attributes.contains(name), "\(path): \(name)")
          guard name == "href" || name == "src" else { continue }
          let isFine =
            value.hasPrefix("https://example.com/") || value.hasPrefix("#")
            || !value.prefix { $0 != "/" }.contains(":")
          #expect(isFine, "\(path): \(value)")
        }
      }
      #expect(page.all("style").count == 1 && page.all("title").count == 1, "\(path)")
      #expect(page.text.contains("script-src 'none'"), "\(path)")
      #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "\(path)")
    }
  }

  @Test func htmlIsShownAndCommentsAreNot() throws {
    let page = try #require(
      coursePages(
        unitText("lesson", "<!-- ask <Ines> -->\n\nText <!-- soon --> here.\n\n<div>\nx\n</div>"))[
          "unit.html"])
    let raw = page.all("div").filter { $0.attributes["class"] == "raw" }.map(\.words)
    #expect(raw == ["HTML in the text. Learners do not see it. <div> x </div>"])
    #expect(page.words.contains("Text here.") && !page.text.contains("Ines"))
  }
}

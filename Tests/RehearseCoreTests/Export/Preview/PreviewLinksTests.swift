import Testing

@testable import RehearseCore

/// Where links lead on a page, and what is never led to.
@Suite struct PreviewLinksTests {
  private func links(_ paths: [String]) throws -> PreviewLinks {
    var files = ["course.md": unitText("course", "- [A](a.md)")]
    for path in paths {
      files[path] = path.hasSuffix(".md") ? unitText("lesson", "## Über *uns*\n\nText.") : ""
    }
    return PreviewLinks(try #require(readCourse(files).value))
  }

  @Test func pagesNeverShareAName() throws {
    let links = try links(["a.md", "A.md", "index.md", "x/index.md"])
    let names = ["course.md", "a.md", "A.md", "index.md", "x/index.md"].map(links.page)
    #expect(names == ["index.html", "a-2.html", "A.html", "index-2.html", "x/index.html"])
  }

  @Test(arguments: [
    ("b c.md", "../b%20c.html"), ("x/d.md", "d.html"), ("y/e.md", "../y/e.html"),
    ("course.md", "../index.html"),
  ])
  func addressesGoFromPageToPage(_ unit: String, _ address: String) throws {
    let links = try links(["a.md", "b c.md", "x/a.md", "x/d.md", "y/e.md"])
    #expect(links.url(ofUnit: unit, from: "x/a.md") == address)
  }

  @Test(arguments: [
    ("a.md", PreviewLinks.Target.page("../a.html")),
    ("../a.md#über-uns", .page("../a.html#s-%C3%BCber-uns")),
    ("../a.md#nothing", .page("../a.html")),
    ("b.md", .page("#content")), ("#über-uns", .page("#s-%C3%BCber-uns")),
    ("https://example.com/?a=b", .web("https://example.com/?a=b")),
    ("MAILTO:a@example.com", .web("MAILTO:a@example.com")),
    ("../p.png", .image("../p.png")),
  ])
  func targets(_ destination: String, _ target: PreviewLinks.Target) throws {
    let links = try links(["a.md", "x/b.md", "p.png"])
    let destination = destination == "a.md" ? "../a.md" : destination
    #expect(links.target(destination, in: "x/b.md") == target)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "//host/share",
    "https://example.com/\u{7F}", "../../outside.md", "/etc/passwd", "none.md", "#nothing", "",
    "../paper.pdf", "../drawing.svg", "about:blank", "ftp://example.com",
  ])
  func inert(_ destination: String) throws {
    let links = try links(["a.md", "x/b.md", "paper.pdf", "drawing.svg"])
    guard case .nothing = links.target(destination, in: "x/b.md") else {
      Issue.record("\(destination) leads somewhere")
      return
    }
  }

  @Test func imagesAreThoseOfTheCourse() throws {
    let preview = try preview([
      "course.md": unitText("course", "![T](tree.svg)\n\n- [A](x/a.md)"),
      "x/a.md": unitText(
        "lesson",
        "![P](../p.PNG) ![N](none.png) ![O](../../o.png) ![W](https://example.com/w.png)\n\n"
          + "[see](q.jpg) ![D](data:image/png;base64,AA) [paper](paper.pdf)"),
      "tree.svg": "", "p.PNG": "", "x/q.jpg": "", "x/paper.pdf": "", "unused.png": "",
    ])
    #expect(preview.images == ["p.PNG", "tree.svg", "x/q.jpg"])
    let page = try #require(try pages(of: preview)["x/a.html"])
    #expect(page.all("img").map { $0.attributes["src"] } == ["../p.PNG"])
    #expect(page.addresses.contains("q.jpg") && !page.addresses.contains("paper.pdf"))
    #expect(page.text.contains("image that is not shown: https://example.com/w.png"))
  }
}

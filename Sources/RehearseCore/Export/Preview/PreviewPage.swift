/// What every page of a preview has around its content.
struct PreviewPage {
  var course: PreviewCourse
  /// The unit's path.
  var path: String
  var title: String
  /// The parts of the page in their order, for the list of them.
  private(set) var parts: [(id: String, title: String)] = []
  private var content = HTML()

  init(_ course: PreviewCourse, path: String, title: String) {
    self.course = course
    self.path = path
    self.title = title
  }

  /// Before the first part.
  private(set) var opening = HTML()

  mutating func open(_ html: HTML) { opening += html }

  /// A part under a heading of the second level. `isEnglish` where its words are the program's.
  mutating func add(
    _ id: String, _ title: String, class name: String = "", isEnglish: Bool = true, _ html: HTML
  ) {
    parts.append((id, title))
    let mark: HTML = name.isEmpty ? "" : " class=\"\(name)\""
    content += """
      <section\(mark) aria-labelledby="\(id)"\(isEnglish ? course.english : "")>
      <h2 id="\(id)"\(isEnglish ? "" : course.english)>\(title)</h2>
      \(html)</section>

      """
  }

  /// A part whose heading is the author's.
  mutating func addAuthored(_ anchor: String, _ title: String, _ html: HTML) {
    let id = PreviewLinks.id(anchor)
    parts.append((id, title))
    content += """
      <section aria-labelledby="\(id)">
      <h2 id="\(id)">\(title)</h2>
      \(html)</section>

      """
  }

  /// Something between the parts.
  mutating func add(_ html: HTML) { content += html }

  private var contents: HTML {
    guard parts.count > 2 else { return "" }
    let items = parts.map { part -> HTML in
      let address = PercentEncoding.path(part.id)
      return "<li><a href=\"#\(address)\">\(part.title)</a></li>\n"
    }
    return
      "<nav class=\"here\" aria-label=\"On this page\"\(course.english)><ul>\n\(items)</ul></nav>\n"
  }

  private var bar: HTML {
    func link(_ unit: String, _ label: String) -> HTML {
      guard let url = course.links.url(ofUnit: unit, from: path) else { return "" }
      let title = course.title(of: unit)
      return "<li>\(label) <a href=\"\(url)\">\(title)</a></li>\n"
    }
    let place = course.order.firstIndex(of: path)
    let before = place.flatMap { $0 > 0 ? course.order[$0 - 1] : nil }
    let after = place.flatMap { $0 + 1 < course.order.count ? course.order[$0 + 1] : nil }
    return """
      <header class="bar">
      <nav aria-label="Pages"\(course.english)><ul>
      \(path == "course.md" ? "" : link("course.md", "Overview:"))\
      \(before.map { $0 == "course.md" ? "" : link($0, "Before:") } ?? "")\
      \(after.map { link($0, "Next:") } ?? "")</ul></nav>
      </header>

      """
  }

  var html: HTML {
    let name = path == "course.md" ? title : "\(title) · \(course.course.about.title)"
    return """
      <!DOCTYPE html>
      <html lang="\(course.language)"\(course.direction)>
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="generator" content="rehearse preview"/>
      <meta name="referrer" content="no-referrer"/>
      <meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; \
      frame-src 'none'; connect-src 'none'; form-action 'none'; base-uri 'none'"/>
      <title>\(name)</title>
      <style>
      \(.checked(PreviewStyle.sheet))</style>
      </head>
      <body>
      <a class="skip" href="#content"\(course.english)>Skip to the content</a>
      \(bar)<main id="content" tabindex="-1">
      <h1>\(title)</h1>
      \(opening)\(contents)\(content)</main>
      <footer\(course.english)><p>Preview of “\(course.course.about.title)”, \(course.edition), \
      for those who approve its content. No learner's answers are in it, and nothing is sent \
      from it.</p></footer>
      </body>
      </html>

      """
  }
}

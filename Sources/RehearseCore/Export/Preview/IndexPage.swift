/// The first page: the cover, what to look at, the outline, and what was found.
struct IndexPage {
  let course: PreviewCourse
  let outline: Outline

  private var others: [String] { course.order.filter { $0 != "course.md" } }

  func write(_ page: inout PreviewPage) {
    if let why = course.course.about.why { page.open("<p class=\"why\">\(why)</p>\n") }
    page.open(facts)
    if !outline.cover.isEmpty {
      page.add(
        "cover", "Cover", isEnglish: false,
        course.text(of: "course.md").blocks(outline.cover, level: 3))
    }
    page.add("look", "What to look at", look)
    var ids = HeadingIds()
    var entries: HTML = ""
    for section in outline.sections {
      if !section.title.isEmpty {
        entries += """
          <h3 id="\(PreviewLinks.id(ids.take(Slug.of(section.title))))">\(section.title)</h3>

          """
      }
      entries += "<ol>\n\(section.entries.map(entry))</ol>\n"
    }
    let listed = Set(outline.entries.map(\.path))
    let unlisted = others.filter { !listed.contains($0) }
    if !unlisted.isEmpty {
      let items = unlisted.map { path -> HTML in
        "<li>\(course.link(path, from: "course.md"))</li>\n"
      }
      entries += "<h3\(course.english)>Not in the outline</h3>\n<ul>\n\(items)</ul>\n"
    }
    page.add("outline", "Outline", isEnglish: false, entries)
    page.add("summary", "What was found", summary)
  }

  private var facts: HTML {
    let about = course.course.about
    func field(_ name: String) -> String? { about.fields.first { $0.name == name }?.value }
    var rows: HTML = ""
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { rows += "<dt>\(name)</dt><dd>\(value)</dd>\n" }
    }
    add("Version", outline.version)
    add("Date", course.date)
    add("Author", field("author"))
    add("Licence", field("licence"))
    add("Language", outline.language)
    if !outline.skills.isEmpty {
      add("Skills", outline.skills.map(\.title).joined(separator: ", "))
    }
    let minutes = outline.entries.compactMap { course.course.units[$0.path]?.about.minutes }
    if !minutes.isEmpty { add("Time", "\(minutes.reduce(0, +)) min in all") }
    return """
      <dl class="facts"\(course.english)>
      \(rows)<dt>Content</dt><dd><span class="digest">\(course.digest)</span><br/>
      <span class="soft">This number names the exact content. Any change to any file gives \
      another.</span></dd>
      </dl>

      """
  }

  // MARK: What to look at

  private var look: HTML {
    var items: HTML = ""
    let broken = others.filter { course.count(.error, in: $0) > 0 }
    if !broken.isEmpty {
      let links = broken.map { course.link($0, from: "course.md") }.joined(separator: ", ")
      items +=
        "<li><strong>Errors first:</strong> \(links). What these pages show may be"
        + " incomplete until they are mended.</li>\n"
    }
    for (path, words) in notable {
      items += "<li>\(course.link(path, from: "course.md")): \(words)</li>\n"
    }
    for kind in UnitKind.allCases {
      guard let question = Self.questions(kind), units(kind).isEmpty == false else { continue }
      let links = units(kind).map { course.link($0, from: "course.md") }.joined(separator: ", ")
      items += "<li><strong>\(question.0)</strong> \(question.1) \(links).</li>\n"
    }
    return """
      <p>You are asked whether the content is right. How the course is built is checked by the \
      program, and its findings stand at the end of each page.</p>
      <ul>
      \(items)</ul>

      """
  }

  private func units(_ kind: UnitKind) -> [String] {
    others.filter { course.course.units[$0]?.about.kind == kind }
  }

  private static func questions(_ kind: UnitKind) -> (String, String)? {
    switch kind {
    case .lesson: ("Lessons:", "Is it true, and is it how you would say it?")
    case .scenario:
      (
        "Role-plays:",
        "Would the customer say that? Is the best line what you would advise, and is a critical"
          + " mistake one that nobody may make?"
      )
    case .checklist: ("Checklists:", "Is anything missing, and is every critical item one?")
    case .assessment:
      ("Assessments:", "Is the key right, and every other option wrong, also in a special case?")
    case .aid: ("Job aids:", "Can it be used as it stands, in front of a customer?")
    case .certification: ("Certifications:", "Does it say no more than was shown?")
    case .course: nil
    }
  }

  /// What the analysis found that an expert should know before the rest.
  private var notable: [(String, HTML)] {
    others.compactMap { path -> (String, HTML)? in
      guard let analysis = course.review.analyses[path] else { return nil }
      var words: [String] = []
      if analysis.isExact, analysis.best == nil { words.append("nobody can pass it") }
      if !analysis.deadEnds.isEmpty { words.append("a play can get stuck") }
      let unreached = analysis.isReached.count { !$0 }
      if analysis.isExact, unreached > 0 {
        words.append(
          unreached == 1 ? "a scene is never reached" : "\(unreached) scenes are never reached")
      }
      if !analysis.isExact { words.append("it is too large to be known exactly") }
      return words.isEmpty ? nil : (path, "\(words.joined(separator: "; ")).")
    }
  }

  // MARK: The outline

  private func entry(_ entry: Outline.Entry) -> HTML {
    var facts: [String] = []
    if let about = course.course.units[entry.path]?.about {
      facts.append(about.kind.previewName)
      if let minutes = about.minutes { facts.append("\(minutes) min") }
    }
    if !entry.after.isEmpty { facts.append("after \(entry.after.joined(separator: ", "))") }
    if let condition = entry.skipIf { facts.append("may be skipped if \(condition.text)") }
    let note: HTML =
      facts.isEmpty
      ? "" : " <span class=\"soft\"\(course.english)>(\(facts.joined(separator: ", ")))</span>"
    return "<li>\(course.link(entry.path, from: "course.md", entry.title))\(note)</li>\n"
  }

  // MARK: Findings

  private var summary: HTML {
    func row(_ path: String, _ name: HTML) -> HTML {
      let counts = PreviewFindings.counts(course.findings[path] ?? [])
      return """
        <tr><th scope="row">\(name)</th><td>\(counts.isEmpty ? "none" : counts)</td></tr>

        """
    }
    var rows = row("course.md", "<a href=\"#findings\">The cover and the outline</a>")
    for path in others {
      let url = course.links.url(ofUnit: path, from: "course.md") ?? ""
      rows += row(path, "<a href=\"\(url)#findings\">\(course.title(of: path))</a>")
    }
    // Files that could not be read have no page.
    let unread = course.findings.keys.filter { course.course.units[$0] == nil }.sorted()
    for path in unread { rows += row(path, "<code>\(path)</code>") }
    let all = course.findings.values.flatMap { $0 }
    var html: HTML = """
      <p>\(all.isEmpty ? "Nothing was found." : "In all: \(PreviewFindings.counts(all)).")</p>
      <table>
      <caption>Findings of each unit</caption>
      <thead><tr><th scope="col">Unit</th><th scope="col">Findings</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>

      """
    for path in unread { html += PreviewFindings(course: course, path: path).html }
    return html
  }
}

extension ConditionSyntax {
  /// As the author wrote it.
  var text: String { text(isInside: false) }

  private func text(isInside: Bool) -> String {
    func grouped(_ text: String) -> String { isInside ? "(\(text))" : text }
    return switch self {
    case .compare(let name, let comparison, let value): "\(name) \(comparison.rawValue) \(value)"
    case .compareShare(let name, let comparison, let share):
      "\(name) \(comparison.rawValue) \(share.description)"
    case .flag(let name): name
    case .visited(let scene): "visited \(scene)"
    case .passed(let unit): "passed \(unit)"
    case .not(let inner): "not \(inner.text(isInside: true))"
    case .and(let a, let b):
      grouped("\(a.text(isInside: true)) and \(b.text(isInside: true))")
    case .or(let a, let b): grouped("\(a.text(isInside: true)) or \(b.text(isInside: true))")
    }
  }
}

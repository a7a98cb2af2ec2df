/// The page of one unit.
struct UnitPages {
  let course: PreviewCourse
  /// Drawings of scenarios, by path.
  let drawings: [String: HTML]

  func page(_ path: String) -> HTML {
    guard let unit = course.course.units[path] else { return "" }
    var page = PreviewPage(course, path: path, title: unit.about.title)
    if path != "course.md" { page.open(Self.facts(unit, course)) }
    if !unit.isSound {
      page.open(
        """
        <p class="warn"\(course.english)>There are errors in this file. What stands here may be \
        incomplete, or not what was meant: see the <a href="#findings">findings</a>.</p>

        """)
    }
    var findings = PreviewFindings(course: course, path: path)
    let text = course.text(of: path)
    switch unit.content {
    case .outline(let outline):
      if path == "course.md" {
        IndexPage(course: course, outline: outline).write(&page)
      } else {
        page.add(
          "cover", "Cover", isEnglish: false, text.blocks(outline.cover, level: 3))
      }
    case .lesson(let blocks), .aid(let blocks):
      findings.landmarks = Self.write(blocks, text, &page)
    case .scenario(let scenario):
      let scenarioPage = ScenarioPage(
        course, path: path, scenario: scenario, drawing: drawings[path])
      findings.landmarks = scenarioPage.landmarks
      scenarioPage.write(&page, findings)
    case .checklist(let checklist):
      findings.landmarks = ChecklistPage(text: text, checklist: checklist).write(&page)
    case .assessment(let assessment):
      findings.landmarks = AssessmentPage(course: course, text: text, assessment: assessment)
        .write(&page)
    case .certification(let certification):
      CertificationPage(course: course, path: path, certification: certification).write(&page)
    }
    if path == "course.md" {
      page.add("findings", "Findings on the cover and the outline", findings.html)
      page.add(
        "sign-off", "Sign off",
        PreviewSigning.table(course) + PreviewSigning.html(course, path, unit.about.title))
    } else {
      page.add("findings", "Findings", findings.html)
      page.add("sign-off", "Sign off", PreviewSigning.html(course, path, unit.about.title))
    }
    return page.html
  }

  private static func facts(_ unit: Unit, _ course: PreviewCourse) -> HTML {
    var rows: HTML = "<dt>Kind</dt><dd>\(unit.about.kind.previewName)</dd>\n"
    if let minutes = unit.about.minutes { rows += "<dt>Time</dt><dd>\(minutes) min</dd>\n" }
    if !unit.about.skills.isEmpty {
      let skills = unit.about.skills.map(course.skill).joined(separator: ", ")
      rows += "<dt>Skills</dt><dd>\(skills)</dd>\n"
    }
    rows += "<dt>File</dt><dd><code>\(unit.about.path)</code></dd>\n"
    for allowance in unit.about.allowances where !allowance.reason.isEmpty {
      rows += "<dt>Allowed here</dt><dd><code>\(allowance.rule)</code>: \(allowance.reason)</dd>\n"
    }
    let why: HTML = unit.about.why.map { "<p class=\"why\">\($0)</p>\n" } ?? ""
    return "\(why)<dl class=\"facts\"\(course.english)>\n\(rows)</dl>\n"
  }

  /// A lesson or a job aid, with its headings as they stand.
  private static func write(
    _ blocks: [Block], _ text: PreviewText, _ page: inout PreviewPage
  ) -> [PreviewFindings.Landmark] {
    var ids = HeadingIds()
    var landmarks: [PreviewFindings.Landmark] = []
    var names: [String] = []
    for block in blocks {
      guard case .heading(_, let inlines) = block.kind else { continue }
      let id = PreviewLinks.id(ids.take(Slug.of(inlines.plainText)))
      names.append(id)
      landmarks.append(
        PreviewFindings.Landmark(
          line: block.range.start.line, id: id,
          title: inlines.plainText.isEmpty ? "a heading without words" : inlines.plainText))
    }
    var next = 0
    page.add(
      text.blocks(blocks, level: 2) { _ in
        defer { next += 1 }
        return names[next]
      })
    return landmarks
  }
}

/// A checklist: how it is worked, and every item with its reason and the words to use.
struct ChecklistPage {
  let text: PreviewText
  let checklist: Checklist

  func write(_ page: inout PreviewPage) -> [PreviewFindings.Landmark] {
    let english = page.course.english
    page.add("use", "How it is used", use)
    var ids = HeadingIds()
    var landmarks: [PreviewFindings.Landmark] = []
    if !checklist.introduction.isEmpty {
      page.add(
        "introduction", "Introduction", isEnglish: false,
        text.blocks(checklist.introduction, level: 3))
    }
    for point in checklist.pausePoints {
      var html = text.blocks(point.text, level: 3)
      let items = point.items.map { item($0, english) }
      html += "<ol class=\"ways\">\n\(items)</ol>\n"
      let title = point.title.isEmpty ? "The items" : point.title
      let anchor = ids.take(point.title.isEmpty ? "the-items" : Slug.of(point.title))
      page.addAuthored(anchor, title, html)
      landmarks.append(
        PreviewFindings.Landmark(
          line: point.range.start.line, id: PreviewLinks.id(anchor), title: title))
    }
    return landmarks
  }

  private var use: HTML {
    let items = checklist.pausePoints.flatMap(\.items)
    let real = checklist.realPausePoints.flatMap(\.items)
    let way: HTML =
      switch checklist.mode {
      case .readDo: "Read and do: each item is read, then done."
      case .doConfirm: "Do and confirm: the work is done from memory, then the items are confirmed."
      }
    var html: HTML = """
      <dl class="facts">
      <dt>Mode</dt><dd>\(way)</dd>
      <dt>With a customer</dt><dd>\(PreviewWords.count(real.count, "item")) at \
      \(PreviewWords.count(checklist.realPausePoints.count, "pause point")). The record is dated and kept.</dd>

      """
    let critical = real.count(where: \.isCritical)
    if critical > 0 {
      html += """
        <dt>Critical</dt><dd>\(critical) of them: without \(critical == 1 ? "it" : "these") the \
        checklist is not complete.</dd>

        """
    }
    if checklist.isTraining {
      html += """
        <dt>As an exercise</dt><dd>The learner ticks what belongs: \
        \(items.count(where: \.belongs)) of \(items.count) items. \(checklist.passMark.description) \
        passes.</dd>

        """
    }
    return html + "</dl>\n"
  }

  private func item(_ item: Checklist.Item, _ english: HTML) -> HTML {
    var marks: HTML = ""
    if checklist.isTraining {
      marks +=
        item.belongs
        ? "<li class=\"good\">✓ Belongs</li>" : "<li class=\"note\">✗ Does not belong here</li>"
    }
    if item.isCritical { marks += "<li class=\"bad\">Critical</li>" }
    let marking: HTML =
      marks.isEmpty ? "" : "<ul class=\"marks\"\(english)>\(marks)</ul>\n"
    let ask = item.ask.map { words -> HTML in
      "<p class=\"ask\"><span class=\"label\"\(english)>Ask:</span> \(text.inlines(words))</p>\n"
    }
    return """
      <li class="item"><p class="say">\(text.inlines(item.text))</p>
      \(marking)\(text.blocks(item.why, level: 3))\(ask ?? "")</li>

      """
  }
}

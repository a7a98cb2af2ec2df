/// One file of a course in an editor: its text, what was read from it, and where things stand in it.
package struct Page: Sendable {
  package let path: String
  package let text: EditorText
  package let reading: Reading<Unit>
  package let front: FrontMatter
  package let marks: MarkdownMarks

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    text = EditorText(bytes)
    reading = UnitReader.read(path: path, bytes: text.bytes)
    var findings: [Finding] = []
    let source = SourceText(path: path, bytes: text.bytes, findings: &findings)
    front = FrontMatter(source, findings: &findings)
    marks = MarkdownMarks(source.bytes, from: front.bodyOffset)
  }

  package var unit: Unit { reading.value }
  package var kind: UnitKind { unit.about.kind }

  package var scenario: Scenario? {
    if case .scenario(let scenario) = unit.content { scenario } else { nil }
  }

  /// A heading that a link can lead to.
  package struct Heading: Equatable, Sendable {
    package var id: String
    package var title: String
    package var level: Int
    /// Its text, with an id that was given and directives.
    package var range: Range<Int>
    /// The `name` in `{#name}`.
    package var givenId: Range<Int>?
  }

  /// The headings in the order of the text.
  package var headings: [Heading] {
    guard let scenario else { return otherHeadings }
    let parts = headingParts
    return scenario.scenes.compactMap { scene in
      guard let part = parts[Int(scene.range.start.line) - 1] else { return nil }
      return Heading(
        id: scene.id, title: scene.title, level: 2, range: part.range,
        givenId: givenId(in: part.range))
    }
  }

  /// By the number of the line that each begins on.
  private var headingParts: [Int: MarkdownMarks.Part] {
    var parts: [Int: MarkdownMarks.Part] = [:]
    for part in marks.parts {
      if case .heading = part.kind { parts[text.lineNumber(of: part.range.lowerBound)] = part }
    }
    return parts
  }

  private func givenId(in range: Range<Int>) -> Range<Int>? {
    let bytes = text.bytes
    guard
      let start = range.dropLast().last(where: {
        bytes[$0] == UInt8(ascii: "{") && bytes[$0 + 1] == UInt8(ascii: "#")
      }), let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return (start + 2)..<end
  }

  private var otherHeadings: [Heading] {
    var findings: [Finding] = []
    let document = MarkdownDocument(
      text.bytes[min(front.bodyOffset, text.bytes.count)...], lineOffset: front.lineCount,
      findings: &findings)
    let parts = headingParts
    var ids = HeadingIds()
    let questions = questionIds
    return document.blocks.compactMap { block in
      guard case .heading(let level, let inlines) = block.kind else { return nil }
      let line = Int(block.range.start.line) - 1
      var words = inlines[...]
      if kind == .assessment {
        while let last = words.last, last.code != nil || last.isBlank { words.removeLast() }
      }
      let title = Words.trim([Inline](words).plainText)
      let slug = Slug.of(title)
      let id = questions[line] ?? (kind == .lesson || kind == .aid ? ids.take(slug) : slug)
      let range = parts[line]?.range ?? text.line(line)
      return Heading(id: id, title: title, level: level, range: range, givenId: nil)
    }
  }

  private var questionIds: [Int: String] {
    guard case .assessment(let assessment) = unit.content else { return [:] }
    var ids: [Int: String] = [:]
    for question in assessment.sections.flatMap(\.questions) {
      ids[Int(question.range.start.line) - 1] = question.id
    }
    return ids
  }

  // MARK: Front matter

  /// The names at the head of the parts of a field: `trust` in `trust = 50 of 100; pace = …`.
  package func names(in field: String, separators: String) -> [(name: String, range: Range<Int>)] {
    guard let field = front[field] else { return [] }
    let range = text.offsets(field.valueRange)
    let marks = separators.utf8
    return text.bytes[range].split(whereSeparator: { marks.contains($0) }).compactMap { entry in
      var name = entry.prefix { $0 != UInt8(ascii: "=") }
      while let first = name.first, first <= 0x20 { name.removeFirst() }
      while let last = name.last, last <= 0x20 { name.removeLast() }
      guard !name.isEmpty else { return nil }
      return (String(decoding: name, as: UTF8.self), name.startIndex..<name.endIndex)
    }
  }

  /// The choice that a line belongs to: the scene's and its own number, from 0.
  package func choice(atLine line: Int) -> (place: ChoicePlace, choice: Scenario.Choice)? {
    for (number, scene) in (scenario?.scenes ?? []).enumerated() {
      guard case .choices(let choices) = scene.way else { continue }
      for (index, choice) in choices.enumerated()
      where (choice.range.start.line...choice.range.end.line).contains(Int32(clamping: line + 1)) {
        return (ChoicePlace(scene: number, choice: index), choice)
      }
    }
    return nil
  }
}

/// Reads one course file: any bytes at all give a unit and findings.
package enum UnitReader {
  package static func read(path: String, bytes: [UInt8]) -> Reading<Unit> {
    var findings: [Finding] = []
    let source = SourceText(path: path, bytes: bytes, findings: &findings)
    let front = FrontMatter(source, findings: &findings)
    let document = MarkdownDocument(
      source.bytes[front.bodyOffset...], lineOffset: front.lineCount, findings: &findings)
    var context = ReadingContext(
      path: path, front: front, findings: findings, links: document.links)
    let unit = read(document, &context)
    if source.isUnreadable {
      // There is nothing in it to say anything else about.
      return Reading(unit, diagnostics: source.diagnostics(for: Array(findings.prefix(1))))
    }
    return Reading(unit, diagnostics: source.diagnostics(for: context.findings))
  }

  /// What the front matter says, without reading the text below it.
  package static func describe(path: String, bytes: [UInt8]) -> UnitDescription {
    var findings: [Finding] = []
    let source = SourceText(path: path, bytes: bytes, findings: &findings)
    let front = FrontMatter(source, findings: &findings)
    var context = ReadingContext(path: path, front: front, findings: findings)
    return context.describe()
  }

  private static func read(_ document: MarkdownDocument, _ context: inout ReadingContext) -> Unit {
    let about = context.describe()
    let blocks = document.blocks
    let content: Unit.Content
    switch about.kind {
    case .course: content = .outline(Outline(blocks, &context))
    case .lesson: content = .lesson(context.page(blocks))
    case .aid: content = .aid(context.page(blocks))
    case .scenario: content = .scenario(Scenario(blocks, &context))
    case .checklist: content = .checklist(Checklist(blocks, &context))
    case .assessment: content = .assessment(Assessment(blocks, &context))
    case .certification: content = .certification(Certification(blocks, &context))
    }
    context.reportUnusedFields(for: about.kind)
    return Unit(
      about: about, content: content, links: document.links,
      unitReferences: context.unitReferences, skillReferences: context.skillReferences,
      isSound: !context.hasErrors)
  }
}

/// A checklist: items at pause points, for the exercise and for the real engagement.
package struct Checklist: Sendable {
  /// How it is worked: read an item, then do it; or do all from memory, then confirm.
  package enum Mode: String, CaseIterable, Sendable {
    case readDo = "read-do"
    case doConfirm = "do-confirm"
  }

  package struct PausePoint: Sendable {
    package var title: String
    package var text: [Block]
    package var items: [Item]
    /// Its heading, or the first list where items stand before any heading.
    package var range: SourceRange
  }

  package struct Item: Sendable {
    package var text: [Inline]
    /// Whether it belongs; in a training checklist the others are distractors.
    package var belongs: Bool
    /// A killer item: without it, the checklist is not complete.
    package var isCritical: Bool
    package var why: [Block]
    /// The words to use with a customer.
    package var ask: [Inline]?
    package var range: SourceRange
  }

  package var mode: Mode
  package var passMark: Percent
  package var introduction: [Block]
  package var pausePoints: [PausePoint]

  /// Whether it is also a scored exercise: some items belong and others do not.
  package var isTraining: Bool {
    let items = pausePoints.flatMap(\.items)
    return items.contains(where: \.belongs) && items.contains { !$0.belongs }
  }

  /// The items of a real run, by pause point: distractors stay out.
  package var realPausePoints: [PausePoint] {
    guard isTraining else { return pausePoints }
    return pausePoints.map { point in
      var point = point
      point.items.removeAll { !$0.belongs }
      return point
    }.filter { !$0.items.isEmpty }
  }

  init(_ blocks: [Block], _ context: inout ReadingContext) {
    mode =
      context.value("mode", expected: "read-do or do-confirm") {
        Mode(rawValue: $0.lowercased().replacingUnicodeHyphens)
      } ?? .readDo
    passMark =
      context.value("pass", expected: "a share such as 80%", Percent.init(_:)) ?? Percent(80)
    introduction = []
    pausePoints = []
    var isTextReported = false
    for block in blocks {
      switch block.kind {
      case .heading(level: 1, _) where pausePoints.isEmpty && introduction.isEmpty: continue
      case .heading(level: 2, let inlines):
        pausePoints.append(
          PausePoint(title: inlines.plainText, text: [], items: [], range: block.range))
      case .list(let list) where list.items.contains { $0.box != nil || Self.hasBrokenBox($0) }:
        isTextReported = false
        if pausePoints.isEmpty {
          pausePoints.append(PausePoint(title: "", text: [], items: [], range: block.range))
        }
        for item in list.items {
          if item.box == nil { context.report(.itemWithoutBox, at: item.range) }
          pausePoints[pausePoints.count - 1].items.append(Item(item, &context))
        }
      default:
        if pausePoints.isEmpty {
          introduction.append(block)
        } else {
          // What looks like an item was reported.
          let isItem = block.paragraph.map { !Lookalike.findings(in: $0).isEmpty } ?? false
          if let items = pausePoints.last?.items, !items.isEmpty, !isTextReported, !isItem {
            context.report(.textOutsideItem(of: "the item"), at: block.range)
            // Once until the next item: what follows belongs to the same.
            isTextReported = true
          }
          pausePoints[pausePoints.count - 1].text.append(block)
        }
      }
    }
    for point in pausePoints where point.items.isEmpty {
      context.report(.emptyPausePoint(point.title), at: point.range)
    }
    pausePoints.removeAll(where: \.items.isEmpty)
    if pausePoints.isEmpty { context.report(.emptyChecklist, at: .firstCharacter) }
    // Without a single tick it is for real use only, and everything in it belongs.
    if !pausePoints.contains(where: { $0.items.contains(where: \.belongs) }) {
      for point in pausePoints.indices {
        for item in pausePoints[point].items.indices {
          pausePoints[point].items[item].belongs = true
        }
      }
    }
  }
}

extension Checklist {
  /// Whether an item begins with something that is meant as a box: `[]`, `[ x ]`, `☐`.
  fileprivate static func hasBrokenBox(_ item: MarkdownItem) -> Bool {
    guard case .text(let text)? = item.blocks.first?.paragraph?.first?.kind, let first = text.first
    else { return false }
    if "☐☑☒✓✔□".contains(first) { return true }
    guard first == "[", let end = text.prefix(6).firstIndex(of: "]") else { return false }
    return text[..<end].dropFirst().allSatisfy { " \u{A0}xX✓✔v".contains($0) }
  }
}

extension Checklist.Item {
  fileprivate init(_ item: MarkdownItem, _ context: inout ReadingContext) {
    self.init(
      text: [], belongs: item.box == true, isCritical: false, why: [], ask: nil, range: item.range)
    for (index, block) in item.blocks.enumerated() {
      guard case .paragraph(let inlines) = block.kind else {
        why.append(block)
        continue
      }
      let parts = LabelledLines(inlines, labels: ["Ask"])
      parts.reportSlips(&context)
      if let words = parts.labelled.first { ask = words.text }
      guard !parts.before.isEmpty else { continue }
      if index == 0 {
        readText(parts.before, &context)
      } else {
        why.append(Block(.paragraph(parts.before), range: block.range))
      }
    }
    if text.isEmpty { context.report(.itemWithoutText, at: range) }
  }

  private mutating func readText(_ inlines: [Inline], _ context: inout ReadingContext) {
    // Also in the middle: the explanation may follow on the next line.
    for inline in inlines {
      guard let code = inline.code, Directive(code) != nil || Directive.nearMiss(code) != nil else {
        text.append(inline)
        continue
      }
      if context.directive(inline, allowed: { $0 == .critical }, place: "a checklist") != nil {
        isCritical = true
      }
    }
    text = text.trimmed
    guard let last = text.last, case .text(let words) = last.kind,
      let uncoded = UncodedDirective(after: words), uncoded.directive == .critical
    else { return }
    context.report(.directiveWithoutCode(uncoded.words), at: last.range)
    isCritical = true
  }
}

extension String {
  /// Word turns `read-do` into a word with a no-break hyphen or a dash.
  fileprivate var replacingUnicodeHyphens: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { "\u{2010}\u{2011}\u{2013}".unicodeScalars.contains($0) ? "-" : $0 }))
  }
}

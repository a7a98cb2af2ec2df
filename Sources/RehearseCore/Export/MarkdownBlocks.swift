extension MarkdownText {
  /// Blocks with an empty line between them, without a line end at the end.
  func text(_ blocks: [Block]) -> String { lines(blocks).joined(separator: "\n") }

  /// The lines of blocks. Lists that follow one another take different marks, or they would be one.
  func lines(_ blocks: [Block], isTight: Bool = false) -> [String] {
    var lines: [String] = []
    var mark = 0
    for block in blocks {
      let isList = if case .list = block.kind { true } else { false }
      let new = self.lines(of: block, mark: mark)
      mark = isList ? mark + 1 : 0
      guard new.contains(where: { !$0.isEmpty }) else { continue }
      if !lines.isEmpty, !isTight { lines.append("") }
      lines += new
    }
    return lines
  }

  private func lines(of block: Block, mark: Int) -> [String] {
    switch block.kind {
    case .paragraph(let inlines): Self.split(paragraph(inlines))
    case .heading(let level, let inlines):
      // The first three levels belong to the assessment.
      [String(repeating: "#", count: max(level, 4)) + " " + line(inlines)]
    case .list(let list): lines(of: list, mark: mark)
    case .quote(let blocks): inner.lines(blocks).map { $0.isEmpty ? ">" : "> " + $0 }
    case .code(let info, let text): code(text, info: info)
    case .table(let table): lines(of: table)
    case .html(let text): Self.split(text)
    case .rule: ["***"]
    }
  }

  /// What stands inside other blocks is no line of the question's own.
  private var inner: MarkdownText { MarkdownText(dialect: dialect) }

  private func lines(of list: MarkdownList, mark: Int) -> [String] {
    var lines: [String] = []
    for (place, item) in list.items.enumerated() {
      let bullet = mark.isMultiple(of: 2) ? "*" : "+"
      let number = list.start.map { "\($0 + place)\(mark.isMultiple(of: 2) ? "." : ")")" }
      let box = item.box.map { $0 ? " [x]" : " [ ]" } ?? ""
      let first = (number ?? bullet) + box
      // Python-Markdown wants four columns, whatever the mark.
      let width = dialect == .python ? 4 : (number ?? bullet).count + 1
      let indent = String(repeating: " ", count: width)
      if place > 0, !list.isTight { lines.append("") }
      for (index, line) in inner.lines(item.blocks, isTight: list.isTight).enumerated() {
        if index == 0 {
          let gap =
            dialect == .python ? String(repeating: " ", count: max(1, 4 - first.count)) : " "
          lines.append(first + gap + line)
        } else {
          lines.append(line.isEmpty ? "" : indent + line)
        }
      }
      if item.blocks.isEmpty { lines.append(first) }
    }
    return lines
  }

  private func code(_ text: String, info: String) -> [String] {
    var body = Self.split(text)
    if body.last == "" { body.removeLast() }
    if dialect == .python { return body.map { "    " + $0 } }
    let fence = String(repeating: "`", count: max(3, Self.longestRun(of: "`", in: text) + 1))
    let words = info.filter { !$0.isNewline && $0 != "`" }
    return [fence + words] + body + [fence]
  }

  func lines(of table: MarkdownTable) -> [String] {
    func row(_ cells: [[Inline]]) -> String {
      "| " + cells.map(cell).joined(separator: " | ") + " |"
    }
    let marks = table.alignments.map { alignment in
      switch alignment {
      case .leading: "---"
      case .centre: ":-:"
      case .trailing: "--:"
      }
    }
    return [row(table.header), "| " + marks.joined(separator: " | ") + " |"] + table.rows.map(row)
  }

  static func split(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }
}

import RehearseCore

extension MarkdownLayout {
  /// A table in columns where each gets at least its longest word; else each row as
  /// `Header: cell` lines.
  mutating func lines(of table: MarkdownTable, width: Int) -> [StyledText] {
    let header = table.header.map { inline.text($0, role: .strong) }
    let rows = table.rows.map { $0.map { inline.text($0) } }
    let count = header.count
    guard count > 0 else { return [] }
    let room = width - (count - 1) * 3
    guard let widths = TableColumns(header: header, rows: rows).fitted(to: room) else {
      return stacked(header: header, rows: rows, width: width)
    }

    let drawnRows = rows.map { drawn($0, widths: widths, alignments: table.alignments) }
    let glyphs = theme.glyphs
    let line = StyledText(
      widths.map { String(repeating: glyphs.rule, count: $0) }
        .joined(separator: glyphs.rule + glyphs.columnCrossing + glyphs.rule), .dim)
    // Rows of several lines need something between them to be told apart.
    let isSpaced = drawnRows.contains { $0.count > 1 }
    var result = drawn(header, widths: widths, alignments: table.alignments)
    result.append(line)
    for (index, lines) in drawnRows.enumerated() {
      if isSpaced, index > 0 { result.append(line) }
      result += lines
    }
    return result
  }

  private func drawn(
    _ row: [StyledText], widths: [Int], alignments: [MarkdownTable.Alignment]
  ) -> [StyledText] {
    let cells = widths.indices.map { column -> [StyledText] in
      column < row.count ? row[column].wrapped(to: widths[column]) : []
    }
    let height = cells.map { $0.count }.max() ?? 1
    return (0..<height).map { line in
      var result = StyledText()
      for (column, width) in widths.enumerated() {
        if column > 0 { result.append(" \(theme.glyphs.columnRule) ", .dim) }
        let cell = line < cells[column].count ? cells[column][line] : StyledText()
        result += aligned(cell, to: width, alignments, column)
      }
      return result.droppingTrailingBlanks
    }
  }

  private func aligned(
    _ cell: StyledText, to width: Int, _ alignments: [MarkdownTable.Alignment], _ column: Int
  ) -> StyledText {
    switch column < alignments.count ? alignments[column] : .leading {
    case .leading: cell.padded(to: width)
    case .trailing: cell.padded(to: width, trailing: true)
    case .centre: (StyledText.blanks((width - cell.width) / 2) + cell).padded(to: width)
    }
  }

  private func stacked(
    header: [StyledText], rows: [[StyledText]], width: Int
  ) -> [StyledText] {
    guard !rows.isEmpty else {
      return header.flatMap { $0.wrapped(to: width) }
    }
    return rows.enumerated().flatMap { index, row -> [StyledText] in
      let cells = zip(header, row).flatMap { name, cell -> [StyledText] in
        let label = name.isEmpty ? name : name + StyledText(": ", .strong)
        return (label + cell).wrapped(to: width, rest: "  ")
      }
      return index > 0 ? [StyledText()] + cells : cells
    }
  }
}

/// How wide the columns of a table want to be, and can be.
private struct TableColumns {
  /// With each cell on one line.
  private let natural: [Int]
  /// With a line for each word, as far as words are of a usual length.
  private let least: [Int]
  private static let longestWord = 16

  init(header: [StyledText], rows: [[StyledText]]) {
    let columns = header.indices.map { column in
      [header[column]] + rows.compactMap { column < $0.count ? $0[column] : nil }
    }
    func widest(_ text: some StringProtocol, _ isSeparator: (Character) -> Bool) -> Int {
      text.split(whereSeparator: isSeparator).map { DisplayWidth.of($0) }.max() ?? 0
    }
    natural = columns.map { cells in
      max(1, cells.map { widest($0.string) { $0 == "\n" } }.max() ?? 1)
    }
    least = columns.map { cells in
      let word = cells.map { widest($0.string) { $0 == "\n" || $0 == " " } }.max() ?? 1
      return max(2, min(word, Self.longestWord))
    }
  }

  /// Widths that add up to at most `room`, or nil where even the least do not.
  func fitted(to room: Int) -> [Int]? {
    if natural.reduce(0, +) <= room { return natural }
    var widths = zip(natural, least).map(min)
    var spare = room - widths.reduce(0, +)
    guard spare >= 0 else { return nil }
    // The narrowest column that still wants more gets the next one, so that all grow evenly.
    while spare > 0 {
      let wanting = widths.indices.filter { widths[$0] < natural[$0] }
      guard let next = wanting.min(by: { widths[$0] < widths[$1] }) else { break }
      widths[next] += 1
      spare -= 1
    }
    return widths
  }
}

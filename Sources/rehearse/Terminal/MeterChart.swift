/// How the meters moved in the course of a conversation: a row for each step, with the value, the
/// change and, where there is room, a bar.
///
///              trust (0 to 100)
///     1. Opening     50      █████░░░░░
///     2. Budget      60 +10  ██████░░░░
struct MeterChart: Equatable, Sendable {
  struct Meter: Equatable, Sendable {
    var name: String
    var range: ClosedRange<Int>
  }

  struct Step: Equatable, Sendable {
    var label: String
    /// A value for each meter, in the order of the meters.
    var values: [Int]
  }

  var meters: [Meter]
  var steps: [Step]

  /// Columns between two columns of the chart.
  private static let gap = 2
  private static let longestBar = 20
  private static let shortestBar = 5

  /// In at most `width` columns. Where the meters do not fit beside each other, they stand below each
  /// other.
  func lines(width: Int, theme: Theme) -> [StyledText] {
    guard !meters.isEmpty, !steps.isEmpty else { return [] }
    let columns = meters.indices.map { column($0, theme) }
    let label = min(steps.map { DisplayWidth.of($0.label) }.max() ?? 0, width * 2 / 5)
    let needed = columns.map { $0.width + Self.gap }.reduce(label, +)
    guard needed <= width || meters.count == 1 else {
      return meters.indices.flatMap { index -> [StyledText] in
        let one = MeterChart(
          meters: [meters[index]],
          steps: steps.map { step in
            Step(
              label: step.label,
              values: index < step.values.count ? [step.values[index]] : [])
          })
        return (index == 0 ? [] : [StyledText()]) + one.lines(width: width, theme: theme)
      }
    }
    let spare = (width - needed) / meters.count - Self.gap
    let bar = spare >= Self.shortestBar ? min(spare, Self.longestBar) : 0
    return rows(columns, label: label, bar: bar, width: width, theme)
      .flatMap { $0.width <= width ? [$0] : $0.wrapped(to: width) }
  }

  /// The text part of a meter's column.
  private struct Column {
    var title: String
    var values: [String]
    var changes: [String]
    var valueWidth: Int
    var changeWidth: Int
    var width: Int
  }

  private func column(_ index: Int, _ theme: Theme) -> Column {
    let glyphs = theme.glyphs
    let known = steps.map { index < $0.values.count ? $0.values[index] : nil }
    let values = known.map { $0.map { $0.written(glyphs) } ?? "" }
    let changes = known.indices.map { step -> String in
      guard step > 0, let now = known[step], let before = known[step - 1], now != before else {
        return ""
      }
      let (change, overflows) = now.subtractingReportingOverflow(before)
      return overflows ? "" : change.writtenAsChange(glyphs)
    }
    let valueWidth = values.map { DisplayWidth.of($0) }.max() ?? 0
    let changeWidth = changes.map { DisplayWidth.of($0) }.max() ?? 0
    let range = meters[index].range
    let title =
      "\(meters[index].name) (\(range.lowerBound.written(glyphs)) to "
      + "\(range.upperBound.written(glyphs)))"
    let body = valueWidth + (changeWidth > 0 ? changeWidth + 1 : 0)
    return Column(
      title: title, values: values, changes: changes, valueWidth: valueWidth,
      changeWidth: changeWidth, width: meters.count == 1 ? body : max(body, DisplayWidth.of(title)))
  }

  private func rows(
    _ columns: [Column], label: Int, bar: Int, width: Int, _ theme: Theme
  ) -> [StyledText] {
    let drawn = bar > 0 ? bar + Self.gap : 0
    var header = StyledText.blanks(label)
    for column in columns {
      header += .blanks(Self.gap)
      header += StyledText(column.title, .strong).padded(to: column.width + drawn)
    }
    var lines =
      header.droppingTrailingBlanks.width <= width
      ? [header.droppingTrailingBlanks] : StyledText(columns[0].title, .strong).wrapped(to: width)
    for (index, step) in steps.enumerated() {
      var line = StyledText(step.label).shortened(to: label, theme.glyphs).padded(to: label)
      for (number, column) in columns.enumerated() {
        var cell = StyledText(column.values[index], .strong)
          .padded(to: column.valueWidth, trailing: true)
        if column.changeWidth > 0 {
          // In one colour: whether more is better depends on the meter.
          cell += " " + StyledText(column.changes[index]).padded(to: column.changeWidth)
        }
        cell = cell.padded(to: column.width)
        if bar > 0, number < step.values.count {
          let value = Bar(value: step.values[number], in: meters[number].range, length: bar)
          cell = cell + .blanks(Self.gap) + StyledText(value.drawn(theme.glyphs))
        }
        line += .blanks(Self.gap) + cell.padded(to: column.width + drawn)
      }
      lines.append(line.droppingTrailingBlanks)
    }
    return lines
  }
}

import RehearseCore

extension MarkdownLayout {
  /// A list with its marks in a column of their own: bullets, numbers, and the boxes of a task list.
  mutating func lines(of list: MarkdownList, width: Int) -> [StyledText] {
    let marks = list.items.indices.map { index in
      list.start.map { "\($0 &+ index)." } ?? theme.glyphs.bullet
    }
    let longest = marks.map { DisplayWidth.of($0) }.max() ?? 0
    var result: [StyledText] = []
    for (item, mark) in zip(list.items, marks) {
      let box = item.box.map { $0 ? "[x] " : "[ ] " } ?? ""
      // A box is mark enough.
      let bullet = item.box != nil && list.start == nil ? "" : mark + " "
      let first =
        StyledText(bullet)
        .padded(to: bullet.isEmpty ? 0 : longest + 1, trailing: list.start != nil)
        + StyledText(box)
      if !list.isTight, !result.isEmpty { result.append(StyledText()) }
      result += indented(
        item.blocks, width: width, tight: list.isTight, first: first, rest: .blanks(first.width))
    }
    return result
  }
}

/// A new line in the outline of a course, written as the lines around it are.
package struct OutlineAddition: Equatable, Sendable {
  /// The cover with the line in it.
  package var bytes: [UInt8]
  /// The number of the new line, from 1.
  package var line: Int
  /// The line, without blanks in front.
  package var text: String

  /// Nil where the place is not plain: without an outline, or where the cover would be read in
  /// another way than with one more entry.
  ///
  /// - Parameter link: `[Title](path)`, as Markdown.
  package static func adding(
    _ link: String, to path: String, kind: UnitKind, to cover: [UInt8], of course: Course
  ) -> OutlineAddition? {
    let before = UnitReader.read(path: "course.md", bytes: cover)
    guard case .outline(let outline) = before.value.content,
      let section = section(for: kind, in: outline, of: course),
      let entry = section.entries.last
    else { return nil }
    var lines = cover.split(separator: 0x0A, omittingEmptySubsequences: false)
    let first = Int(entry.range.start.line)
    let last = Int(entry.range.end.line)
    guard lines.indices.contains(first - 1), lines.indices.contains(last - 1),
      let mark = mark(after: lines[first - 1], isOnly: section.entries.count == 1)
    else { return nil }
    let end: [UInt8] = lines[last - 1].last == 0x0D ? [0x0D] : []
    lines.insert((Array((mark + link).utf8) + end)[...], at: last)
    var bytes = Array(lines.joined(separator: [0x0A]))
    if last == lines.count - 1 { bytes.append(0x0A) }
    let after = UnitReader.read(path: "course.md", bytes: bytes)
    guard case .outline(let grown) = after.value.content,
      grown.entries.count == outline.entries.count + 1,
      grown.entries.contains(where: { $0.path == path }),
      after.diagnostics.count == before.diagnostics.count
    else { return nil }
    return OutlineAddition(bytes: bytes, line: last + 1, text: Words.trim(mark) + " " + link)
  }

  /// The section that the new entry goes to the end of: the last with one of its kind; else the last
  /// with what people work through, or look up, as the kind is.
  private static func section(
    for kind: UnitKind, in outline: Outline, of course: Course
  ) -> Outline.Section? {
    func last(_ isLike: (UnitKind) -> Bool) -> Outline.Section? {
      outline.sections.last { section in
        section.entries.contains { entry in
          course.units[entry.path].map { isLike($0.about.kind) } ?? false
        }
      }
    }
    return last { $0 == kind }
      ?? (kind.isWorkedThrough ? last(\.isWorkedThrough) : nil) ?? outline.sections.last
  }

  /// What stands before the link in the next item: the same bullet, or the next number. Where all
  /// numbers are 1, so is the next.
  private static func mark(after line: ArraySlice<UInt8>, isOnly: Bool) -> String? {
    let text = Substring(String(decoding: line, as: UTF8.self))
    let indent = text.prefix { $0 == " " }
    let rest = text.dropFirst(indent.count)
    let bullet = rest.prefix { $0.isNumber || "-*+.)".contains($0) }
    let gap = rest.dropFirst(bullet.count).prefix { $0 == " " }
    guard !bullet.isEmpty, !gap.isEmpty else { return nil }
    guard let sign = bullet.last, sign == "." || sign == ")" else {
      return bullet.count == 1 ? String(indent + bullet + gap) : nil
    }
    guard let number = Words.integer(bullet.dropLast()) else { return nil }
    let next = number == 1 && !isOnly ? 1 : number + 1
    return "\(indent)\(next)\(sign)\(gap)"
  }
}

extension UnitKind {
  /// Rather than looked up, or held.
  fileprivate var isWorkedThrough: Bool { self != .aid && self != .certification }
}

/// A mend that the program can make by itself: what was written there is near to something that
/// exists.
package struct QuickFix: Equatable, Sendable {
  package var title: String
  package var edit: TextEdit
}

extension Page {
  /// The mend of a finding in this file, where there is a near miss.
  package func fix(for diagnostic: Diagnostic) -> QuickFix? {
    guard let (wrong, right) = slip(in: diagnostic.problem) else { return nil }
    let range = text.offsets(ofDiagnostic: diagnostic.range)
    if case .missingFile(let file, _) = diagnostic.problem {
      return fixLink(to: file, with: right, in: range)
    }
    // The last one: in a link, the destination stands behind the words.
    guard let place = lastPlace(of: Array(wrong.utf8), in: range) else { return nil }
    return QuickFix(title: "Change “\(wrong)” to “\(right)”", edit: TextEdit(place, right))
  }

  private func slip(in problem: Problem) -> (wrong: String, right: String)? {
    switch problem {
    case .unknownField(let name, _, let nearest?) where !nearest.contains(":"): (name, nearest)
    case .unknownKind(let name, let nearest?), .unknownDirective(let name, let nearest?),
      .unknownScene(let name, let nearest?), .unknownMeter(let name, let nearest?),
      .unknownSpeaker(let name, let nearest?), .flagNeverSet(let name, let nearest?),
      .unknownAnchor(let name, _, let nearest?), .unknownUnit(let name, let nearest?),
      .unknownSkill(let name, let nearest?), .unknownPart(let name, let nearest?),
      .missingFile(let name, let nearest?), .allowedNoRule(let name, let nearest?):
      (name, nearest)
    case .directiveWithoutCode(let words): (words, "`\(words)`")
    default: nil
    }
  }

  private func fixLink(to file: String, with path: String, in range: Range<Int>) -> QuickFix? {
    for link in marks.links where range.overlaps(link.destination) {
      let destination = link.destination
      guard case .file(file, _) = LinkTarget(text[destination], in: self.path) else { continue }
      let isScene = path.hasPrefix("#")
      let hash = text.bytes[destination].firstIndex(of: UInt8(ascii: "#"))
      let right = isScene ? path : RelativePath.from(self.path, to: path)
      return QuickFix(
        title: "Change “\(text[destination])” to “\(right)”",
        edit: TextEdit(destination.lowerBound..<(hash ?? destination.upperBound), right))
    }
    return nil
  }

  /// Where a name stands by itself, and not within another.
  private func lastPlace(of name: [UInt8], in range: Range<Int>) -> Range<Int>? {
    guard !name.isEmpty, range.count >= name.count else { return nil }
    func isPart(_ index: Int) -> Bool {
      guard range.contains(index) else { return false }
      let byte = text.bytes[index]
      return byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    return stride(from: range.upperBound - name.count, through: range.lowerBound, by: -1)
      .first { start in
        text.bytes[start..<(start + name.count)].elementsEqual(name)
          && (start == range.lowerBound || !isPart(start - 1) || !isPart(start))
          && !isPart(start + name.count)
      }.map { $0..<($0 + name.count) }
  }
}

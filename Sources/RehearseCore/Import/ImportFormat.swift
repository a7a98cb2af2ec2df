/// The formats that questions are imported from.
package enum ImportFormat: String, CaseIterable, Sendable {
  case gift, text2qti, aiken, qti

  /// What the content looks like; nil where it looks like none of them.
  package init?(guessing bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(1 << 20), as: UTF8.self)
    if let first = text.unicodeScalars.first(where: { !Words.isBlank($0) }), first == "<" {
      self = .qti
      return
    }
    let lines = text.split(whereSeparator: \.isNewline).map { String($0) }
    if lines.contains(where: { $0.hasPrefix("ANSWER:") }),
      lines.contains(where: { AikenImport.option(Words.trim($0)) != nil })
    {
      self = .aiken
      return
    }
    let marks = lines.compactMap { Text2QTIPiece.mark(of: $0)?.mark }
    if marks.contains(.question), marks.count >= 2, Self.hasResponse(marks) {
      self = .text2qti
      return
    }
    guard lines.contains(where: { $0.contains("{") }), lines.contains(where: { $0.contains("}") })
    else { return nil }
    self = .gift
  }

  private static func hasResponse(_ marks: [Text2QTIPiece.Mark]) -> Bool {
    let responses: [Text2QTIPiece.Mark] = [
      .right, .wrong, .multipleRight, .multipleWrong, .short, .number, .essay, .upload,
    ]
    return marks.contains(where: responses.contains)
  }
}

/// The formats that questions are exported to.
package enum ExportFormat: String, CaseIterable, Sendable {
  case gift, text2qti, qti3
}

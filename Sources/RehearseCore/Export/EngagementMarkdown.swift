extension EngagementRecord {
  /// The record as Markdown, for the customer file.
  package var markdown: String {
    var text = "# \(Self.escaped(title)): \(Self.escaped(client))\n\n"
    for (name, value) in facts { text += "- \(name): \(Self.escaped(value))\n" }
    for part in parts {
      text += "\n"
      if !part.title.isEmpty { text += "## \(Self.escaped(part.title))\n\n" }
      for line in part.lines {
        text += "- [\(line.state == .done ? "x" : " ")] \(Self.escaped(line.item.text.plainText))"
        text += line.words.isEmpty ? "\n" : " (\(line.words.joined(separator: ", ")))\n"
        if let remark = line.remark { text += "  Remark: \(Self.escaped(remark))\n" }
      }
    }
    return text
  }

  var facts: [(String, String)] {
    [
      ("Begun", begun),
      ("Closed", closed ?? "still open"),
      ("Complete", isComplete ? "yes" : "no"),
      ("Record", attempt),
      ("Checklist as of", "sha256:\(digest)"),
    ]
  }

  /// What somebody typed stays on its line and means nothing to Markdown.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character.isNewline {
        result += " "
      } else {
        if "\\`*_{}[]<>#|".contains(character) { result += "\\" }
        result.append(character)
      }
    }
    return result
  }
}

extension EngagementRecord.Line {
  var words: [String] {
    var words: [String] = []
    if item.isCritical { words.append("critical") }
    switch state {
    case .open: words.append("open")
    case .notApplicable: words.append("does not apply")
    case .done: break
    }
    if state != .open, let time { words.append(String(time.prefix(10))) }
    return words
  }
}

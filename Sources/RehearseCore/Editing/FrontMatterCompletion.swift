extension CompletionFinder {
  mutating func findFrontMatter() {
    let line = line
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) else {
      return addFields(from: bytes[line].firstIndex { $0 > 0x20 } ?? offset)
    }
    let name = Words.trim(page.text[line.lowerBound..<colon]).lowercased()
    var start = colon + 1
    // In a list, what comes after the last separator.
    let separators = name == "skills" ? ",;" : name == "allow" ? ";" : ""
    if let last = bytes[start..<offset].lastIndex(where: { separators.utf8.contains($0) }) {
      start = last + 1
    }
    while start < offset, bytes[start] <= 0x20 { start += 1 }
    if name == "skills" {
      guard page.kind != .course else { return }
      for skill in manuscript.course?.outline.skills ?? [] {
        add(.skill, skill.name, skill.title, from: start)
      }
    } else if name == "allow" {
      // Behind the rule stands why, in the author's words.
      guard !bytes[start..<offset].contains(UInt8(ascii: "=")) else { return }
      for rule in Rule.all where rule.severity != .error {
        add(.value, rule.id + " = ", rule.title, from: start)
      }
    } else {
      for value in Self.values[name] ?? [] { add(.value, value, "", from: start) }
    }
  }

  /// The fields that this kind of file has and that do not stand there yet.
  private mutating func addFields(from start: Int) {
    let kind = page.front["kind"] == nil ? nil : page.kind
    let here = page.text.lineNumber(of: offset)
    for (name, meaning, kinds) in Self.fields {
      guard kinds.isEmpty || kind.map(kinds.contains) ?? false else { continue }
      if let field = page.front[name], Int(field.nameRange.start.line) - 1 != here { continue }
      add(.field, name + ": ", meaning, from: start)
    }
  }

  /// What can be chosen from, or shows how it is written.
  private static let values = [
    "kind": UnitKind.allCases.map(\.rawValue),
    "mode": Checklist.Mode.allCases.map(\.rawValue),
    "feedback": ["at the end", "at once"],
    "confidence": ["asked", "not asked"],
    "expires": ["from completion", "from the old expiry", "on 31 December"],
    "pass": ["70%", "80%"],
    "valid": ["12 months", "24 months"],
    "renew": ["from 60 days before"],
  ]

  /// Name, what it says, and the kinds that have it; none for all.
  private static let fields: [(String, String, [UnitKind])] = [
    ("kind", "what the file is", []),
    ("title", "what the learner sees", []),
    ("id", "the short name", []),
    ("minutes", "how long it takes, 1 to 600", []),
    ("skills", "the skills that it trains; on the cover, those of the course", []),
    ("why", "what this changes in the reader's working day", []),
    ("allow", "rules that this file breaks on purpose: rule = why; …", []),
    ("version", "for whoever reads the file", [.course]),
    ("language", "for whoever reads the file", [.course]),
    ("author", "for whoever reads the file", [.course]),
    ("licence", "for whoever reads the file", [.course]),
    ("cast", "who speaks: Name = who that is; …", [.scenario]),
    ("meters", "what goes up and down: trust = 50 of 100; …", [.scenario]),
    ("mode", "read-do or do-confirm", [.checklist]),
    ("pass", "the share that passes", [.scenario, .checklist, .assessment]),
    ("draw", "how many questions an attempt has", [.assessment]),
    ("attempts", "3, or 3, then wait 7 days", [.assessment]),
    ("time limit", "30 minutes", [.assessment]),
    ("feedback", "at the end, or at once", [.assessment]),
    ("confidence", "asked, or not asked", [.assessment]),
    ("sealed", "written by rehearse pack --seal: the key is elsewhere", [.assessment]),
    ("valid", "how long the certificate holds", [.certification]),
    ("renew", "from when it can be renewed", [.certification]),
    ("grace", "how long it may be renewed after it lapsed", [.certification]),
    ("expires", "what its validity is counted from", [.certification]),
    ("badge", "the picture that the certificate is baked into, .png or .svg", [.certification]),
    ("logo", "a picture over the certificate, .png or .svg", [.certification]),
    ("colour", "#1a4d6e: dark enough to be read on white", [.certification]),
    ("signatory", "who answers for it: name, role", [.certification]),
    ("footer", "one line at its foot", [.certification]),
  ]
}

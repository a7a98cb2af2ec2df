import RehearseCore

/// The text that a new file begins with: a small unit that works, with notes on how it is written.
/// One file of this folder for each kind. Notes are comments, which no viewer shows, and lines with
/// `#` in the front matter.
struct Template {
  /// As it was given, on one line.
  var title: String
  /// Where the file's name is no name for it, or taken by another unit.
  var id: String?
  /// What the unit can refer to, in the order of the outline.
  var units: [TemplateUnit] = []

  func text(_ kind: UnitKind) -> String {
    switch kind {
    case .course: course
    case .lesson: lesson
    case .scenario: scenario
    case .checklist: checklist
    case .assessment: assessment
    case .aid: aid
    case .certification: certification
    }
  }

  /// The lines that all kinds begin with.
  var head: String {
    "title: \(title)" + (id.map { "\nid: \($0)" } ?? "")
  }
}

/// A unit that is there already.
struct TemplateUnit {
  var kind: UnitKind
  var title: String
  /// From the folder of the new file.
  var path: String

  /// `[Title](path)`
  var link: String { "[\(title.escapedForMarkdown)](\(path.escapedForLink))" }
}

extension String {
  /// The words as they are, with nothing in them that Markdown would take for markup.
  var escapedForMarkdown: String {
    var result = ""
    for (character, next) in zip(self, self.dropFirst().map(Optional.some) + [nil]) {
      let isEntity = character == "&" && next.map { $0.isLetter || $0 == "#" } == true
      if isEntity || "\\`*_[]<~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// A path as it can stand between the round brackets of a link.
  var escapedForLink: String {
    let reserved = Set(" %()<>\\\"#?".utf8)
    var result = ""
    let digits = Array("0123456789ABCDEF")
    for scalar in unicodeScalars {
      if scalar.isASCII, reserved.contains(UInt8(scalar.value)) || scalar.value < 0x21 {
        result += "%" + String([digits[Int(scalar.value >> 4)], digits[Int(scalar.value & 15)]])
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

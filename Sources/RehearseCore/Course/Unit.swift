/// What a course file is.
package enum UnitKind: String, CaseIterable, Sendable {
  case course, lesson, scenario, checklist, assessment, aid, certification

  /// The kind whose front matter alone has this field.
  static func withField(_ name: String) -> UnitKind? {
    switch name {
    case "cast", "meters": .scenario
    case "mode": .checklist
    case "draw", "attempts", "feedback", "confidence", "time limit", "sealed":
      .assessment
    case "valid", "renew", "grace", "expires", "badge", "logo", "colour", "signatory", "footer":
      .certification
    case "version", "language", "author", "licence": .course
    default: nil
    }
  }

  /// The kind that these fields are of, where they are of one kind alone.
  static func withFields(_ names: some Sequence<String>) -> UnitKind? {
    let kinds = Set(names.compactMap(withField))
    return kinds.count == 1 ? kinds.first : nil
  }

  /// The kind that an author probably meant.
  static func meant(by word: String) -> UnitKind? {
    switch word.lowercased().filter(\.isLetter) {
    case "roleplay", "dialogue", "story": .scenario
    case "quiz", "exam", "test", "questions": .assessment
    case "jobaid": .aid
    case "certificate": .certification
    case "page", "text", "module": .lesson
    default: NearMiss.of(word, among: allCases.map(\.rawValue)).flatMap(UnitKind.init(rawValue:))
    }
  }
}

/// One file of a course.
package struct Unit: Sendable {
  package enum Content: Sendable {
    case outline(Outline)
    case lesson([Block])
    case aid([Block])
    case scenario(Scenario)
    case checklist(Checklist)
    case assessment(Assessment)
    case certification(Certification)
  }

  package var about: UnitDescription
  package var content: Content
  /// Every link in the file to another file or place, for the checks of the whole course.
  package var links: [Link]
  /// Every unit that the file names in a directive, with its place.
  package var unitReferences: [UnitReference]
  /// Every skill that the file names, with its place.
  package var skillReferences: [SkillReference]
  /// Whether it was read without an error. In one that was not, something is missing or taken for
  /// something else, and what else there is to say about it may be wrong.
  package var isSound: Bool
}

extension Unit {
  /// Whether it is an assessment without its key.
  package var isSealed: Bool {
    if case .assessment(let assessment) = content { assessment.isSealed } else { false }
  }
}

package struct Link: Equatable, Sendable {
  package var destination: String
  /// What an image says in words; nil for a link that is no image.
  package var imageText: String?
  package var range: SourceRange
}

package struct UnitReference: Equatable, Sendable {
  package var name: String
  package var range: SourceRange
}

package struct SkillReference: Equatable, Sendable {
  package var name: String
  package var range: SourceRange
}

/// What the front matter of any unit says.
package struct UnitDescription: Equatable, Sendable {
  package var kind: UnitKind
  /// The path of the file, from the course folder.
  package var path: String
  package var id: String
  package var title: String
  package var minutes: Int?
  package var skills: [String]
  /// What the unit changes in the reader's working day.
  package var why: String?
  /// The rules that the file breaks on purpose.
  package var allowances: [Allowance]
  /// The front matter as it stands, for findings that have their place in it.
  package var fields: [FrontMatter.Field]
  /// The line of the front matter, for findings about the whole file.
  package var range: SourceRange

  package func field(_ name: String) -> FrontMatter.Field? { fields.first { $0.name == name } }

  /// Where a field's value stands, or the first line of the file without that field.
  package func place(of name: String) -> SourceRange {
    fields.first { $0.name == name }?.valueRange ?? range
  }

  /// Where the part for `entry` stands in a field such as `cast: Maya = Client; Tom = CFO`.
  package func place(of entry: String, in name: String) -> SourceRange {
    guard let field = fields.first(where: { $0.name == name }) else { return range }
    let part = field.parts(between: ";").first {
      Words.trim(String($0.text.split(separator: "=", maxSplits: 1)[0])) == entry
    }
    return part?.range ?? field.valueRange
  }
}

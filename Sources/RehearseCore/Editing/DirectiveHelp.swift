/// What each directive is for, in the words of `docs/course-format.md`: for completion and hover.
package struct DirectiveHelp: Sendable {
  /// Where a directive can stand.
  package enum Place: Sendable {
    case choice, turn, passage, outline, checklistItem, section, question, rubric, requirement
  }

  /// What it begins with.
  package let keyword: String
  /// How it is written.
  package let form: String
  package let meaning: String
  package let places: [Place]

  /// What completion puts in: up to where something must be chosen.
  package var insertion: String { form == keyword ? keyword : keyword + " " }

  private init(_ keyword: String, _ form: String, _ meaning: String, _ places: Place...) {
    self.keyword = keyword
    self.form = form
    self.meaning = meaning
    self.places = places
  }

  package static let all = [
    Self(
      "points", "points 5",
      """
      Earned when this is chosen for the first time; `points 5 SKILL` shows it for a skill too, and \
      a minus takes points away. In an assessment, what a question or a criterion is worth.
      """, .choice, .question, .rubric),
    Self(
      "set", "set FLAG", "Puts up a flag: a thing that the role-play remembers.", .choice, .passage),
    Self("clear", "clear FLAG", "Takes a flag down.", .choice, .passage),
    Self(
      "if", "if CONDITION", "Offered, or shown, only when the condition holds.", .choice, .passage),
    Self(
      "unless", "unless CONDITION", "Offered, or shown, only when the condition does not hold.",
      .choice, .passage),
    Self("once", "once", "This choice is gone after it was chosen.", .choice),
    Self(
      "critical", "critical",
      """
      At a choice: a mistake that fails the role-play, however many points there are. At a \
      checklist's item: without it the checklist is not complete.
      """, .choice, .checklistItem),
    Self(
      "in your own words", "in your own words",
      "Before the choices show, the learner types what they would say. It is kept, and never marked.",
      .passage),
    Self("ending success", "ending success", "The role-play ends with this scene, well.", .passage),
    Self(
      "ending partial", "ending partial", "The role-play ends with this scene, half well.", .passage
    ),
    Self(
      "ending failure", "ending failure",
      "The role-play ends with this scene, and is not passed.", .passage),
    Self(
      "when", "when CONDITION",
      "The story goes this way if the condition holds: the first such item before all others.",
      .turn),
    Self("chance", "chance 30%", "The story goes this way three times in ten.", .turn),
    Self("otherwise", "otherwise", "Where the story goes else. Stands last.", .turn),
    Self(
      "after", "after UNIT",
      "Another unit should be done first. The learner is told, and may open this one all the same.",
      .outline),
    Self(
      "skip if", "skip if UNIT >= 80%",
      "The learner may leave this unit out if their best result there is as good.", .outline),
    Self(
      "draw", "draw 8",
      "So many questions come from this section. `draw 3 SKILL`: so many of that skill.", .section),
    Self("skill", "skill NAME", "The question counts for this skill.", .question),
    Self("keep order", "keep order", "The options stay in the author's order.", .question),
    Self("passed", "passed", "The unit was passed.", .requirement),
    Self("completed", "completed", "The unit was played to its end.", .requirement),
    Self("at least", "at least 80%", "The unit's result was as good.", .requirement),
    Self(
      "each section", "each section 60%", "Each section of an assessment was at its mark.",
      .requirement),
  ]

  /// The help for a directive as it stands in a file.
  package static func of(_ code: String) -> DirectiveHelp? {
    guard let directive = Directive(code) else { return nil }
    switch directive {
    case .addToMeter, .setMeter: return meter
    default:
      let words = Words.split(code.lowercased()).joined(separator: " ")
      return all.filter { words == $0.keyword || words.hasPrefix($0.keyword + " ") }
        .max { $0.keyword.utf8.count < $1.keyword.utf8.count }
    }
  }

  static let meter = Self(
    "METER", "METER +5",
    "Changes a meter: `METER +5`, `METER -5`, or `METER = 50`. It stays within its range.", .choice,
    .passage)
}

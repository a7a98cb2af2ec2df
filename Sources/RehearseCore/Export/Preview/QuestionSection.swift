/// A question as an expert checks it: the key, what each option is answered with, the rationale, the
/// hints, and how it is marked.
struct QuestionSection {
  let course: PreviewCourse
  let text: PreviewText
  let question: Question

  func html(number: Int, id: String) -> HTML {
    let stem: HTML =
      question.stem.isEmpty ? "(a question without words)" : text.words(question.stem)
    return """
      <section class="question" id="\(id)" aria-labelledby="\(id).title">
      <h3 id="\(id).title">\(number). \(stem)</h3>
      \(marks)\(text.blocks(question.text, level: 4))\(answers)\(rationale)\(hints)</section>

      """
  }

  private var marks: HTML {
    let points = question.points.description
    var marks: HTML = "<li>\(points) \(points == "1" ? "point" : "points")</li>"
    if let skill = question.skill { marks += "<li>Skill: \(course.skill(skill))</li>" }
    if question.keepsOrder { marks += "<li>Options stay in this order</li>" }
    return """
      <ul class="marks"\(course.english)>\(marks)</ul>
      <p class="soft"\(course.english)>\(rule)</p>

      """
  }

  /// How an answer is marked.
  private var rule: String {
    switch question.form {
    case .single: "One option is right. All or nothing."
    case .multiple(let multiple):
      "Several can be ticked. Right ticks less wrong ticks, of"
        + " \(multiple.options.count(where: \.isRight)); never under 0."
    case .trueFalse: "True or false. All or nothing."
    case .number: "A number within its tolerance. All or nothing."
    case .shortText:
      "A few words. Case, blanks, hyphens and punctuation do not matter. All or nothing."
    case .ordering(let ordering):
      "Steps to put in order. The longest run in the right order, less one, of"
        + " \(ordering.steps.count - 1)."
    case .matching(let matching):
      "Pairs to match. A share of the points for each of the"
        + " \(matching.pairs.count) pairs."
    case .free(let free):
      "The learner's own words, marked by a person against the rubric:"
        + " \(free.criteria.reduce(0) { $0 + $1.points }) parts, a share of the points for each."
    }
  }

  private func label(_ words: String) -> HTML {
    "<p class=\"label\"\(course.english)>\(words)</p>\n"
  }

  private var answers: HTML {
    switch question.form {
    case .single(let single): return options(single.options)
    case .multiple(let multiple): return options(multiple.options)
    case .trueFalse, .number:
      return label("Key")
        + "<p class=\"say\">✓ \(text.inlines(question.form.type.key.first ?? []))</p>\n"
    case .shortText(let short):
      let accepted = short.accepted.map { words -> HTML in "<li>✓ \(words)</li>\n" }
      return label("Key: any of these") + "<ul>\n\(accepted)</ul>\n"
    case .ordering(let ordering):
      let steps = ordering.steps.map { step -> HTML in "<li>\(text.inlines(step))</li>\n" }
      return label("Key: this order") + "<ol>\n\(steps)</ol>\n"
    case .matching(let matching):
      let rows = matching.pairs.map { pair -> HTML in
        """
        <tr><th scope="row">\(text.inlines(pair.left))</th><td>\(text.inlines(pair.right))</td></tr>

        """
      }
      return """
        <table>
        <caption\(course.english)>Key: these pairs</caption>
        <thead><tr>\(Self.head(text.inlines(matching.leftTitle)))\
        \(Self.head(text.inlines(matching.rightTitle)))</tr></thead>
        <tbody>
        \(rows)</tbody>
        </table>

        """
    case .free(let free):
      let criteria = free.criteria.map { criterion -> HTML in
        """
        <li>\(text.inlines(criterion.text)) <span class="soft"\(course.english)>\
        (\(criterion.points) \(criterion.points == 1 ? "part" : "parts"))</span></li>

        """
      }
      return label("Rubric") + "<ul>\n\(criteria)</ul>\n"
    }
  }

  private static func head(_ words: HTML) -> HTML {
    words.isEmpty ? "<td></td>" : "<th scope=\"col\">\(words)</th>"
  }

  private func options(_ options: [AnswerOption]) -> HTML {
    let items = options.map { option -> HTML in
      let mark: HTML =
        option.isRight
        ? "<ul class=\"marks\"\(course.english)><li class=\"good\">✓ Right</li></ul>\n"
        : "<p class=\"hidden\"\(course.english)>Wrong.</p>\n"
      let feedback: HTML =
        option.feedback.isEmpty
        ? ""
        : """
        <div class="coach"><p class="label"\(course.english)>Feedback</p>
        \(text.blocks(option.feedback, level: 4))</div>

        """
      return """
        <li class="item\(option.isRight ? " best" : "")"><p class="say">\
        \(text.inlines(option.text))</p>
        \(mark)\(feedback)</li>

        """
    }
    return label("Options") + "<ol class=\"ways\" type=\"a\">\n\(items)</ol>\n"
  }

  private var rationale: HTML {
    question.rationale.isEmpty
      ? "<p class=\"inert\"\(course.english)>There is no rationale.</p>\n"
      : label("Rationale")
        + "<blockquote>\n\(text.blocks(question.rationale, level: 4))</blockquote>\n"
  }

  private var hints: HTML {
    guard !question.hints.isEmpty else { return "" }
    let items = question.hints.map { hint -> HTML in "<li>\(text.inlines(hint))</li>\n" }
    return label("Hints, one after the other") + "<ol>\n\(items)</ol>\n"
  }
}

import RehearseCore
import Testing

/// An import, and what our own reader makes of the Markdown that it writes.
struct Imported {
  var markdown: String
  var notes: [ExchangeNote]
  var assessment: Assessment

  var questions: [Question] { assessment.sections.flatMap(\.questions) }
  var models: [String] { questions.map(model) }
  var losses: [ExchangeLoss] { notes.map(\.loss) }

  init(_ source: QuestionImport, title: String = "New") throws {
    let written = AssessmentMarkdown(source, title: title, file: "source")
    markdown = written.text
    notes = written.notes
    let reading = UnitReader.read(written.text, path: "new.md")
    let errors = reading.diagnostics.filter { $0.severity == .error && $0.rule != "no-questions" }
    #expect(errors.isEmpty, "\(written.text)")
    assessment = try #require(reading.value.assessment)
    #expect(written.count == assessment.questionCount, "\(written.text)")
  }

  init(gift text: String) throws {
    try self.init(GIFTImport.read(Array(text.utf8), file: "source"))
  }

  init(text2qti text: String) throws {
    try self.init(Text2QTIImport.read(Array(text.utf8), file: "source"))
  }

  init(qti text: String, files: [String: String] = [:]) throws {
    try self.init(
      QTIImport.read(Array(text.utf8), file: "source") { path in
        files[path].map { .success(Array($0.utf8)) }
          ?? .failure(CourseFileFailure(reason: "it is not there"))
      })
  }

  /// Back from a package as it was exported.
  init(package files: [QTI3Export.File]) throws {
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
    try self.init(qti: try #require(texts["imsmanifest.xml"]), files: texts)
  }
}

/// The assessment of a file, and what its front matter says.
func assessment(_ text: String) throws -> (about: UnitDescription, content: Assessment) {
  let reading = UnitReader.read(text, path: "final.md")
  #expect(lines(reading.diagnostics) == [])
  return (reading.value.about, try #require(reading.value.assessment))
}

/// All that a question means, formatting included, in a form that can be compared and read.
func model(_ question: Question) -> String {
  var parts = ["\(question.id): \(words(question.stem))"]
  if !question.text.isEmpty { parts.append("text \(words(question.text))") }
  switch question.form {
  case .single(let single): parts.append("one of " + options(single.options))
  case .multiple(let multiple): parts.append("some of " + options(multiple.options))
  case .trueFalse(let truth): parts.append("\(truth.isTrue)")
  case .number(let number):
    parts.append(
      "\(number.value.description) ± \(number.tolerance.description) \(number.unit ?? "")")
  case .shortText(let short): parts.append("words \(short.accepted)")
  case .ordering(let ordering): parts.append("order \(ordering.steps.map(words))")
  case .matching(let matching):
    parts.append("pairs \(matching.pairs.map { "\(words($0.left)) = \(words($0.right))" })")
  case .free(let free):
    parts.append("rubric \(free.criteria.map { "\(words($0.text)) \($0.points)" })")
  }
  if !question.rationale.isEmpty { parts.append("because \(words(question.rationale))") }
  if question.points != Points(1) { parts.append("points \(question.points.description)") }
  if let skill = question.skill { parts.append("skill \(skill)") }
  if question.keepsOrder { parts.append("keep order") }
  if !question.hints.isEmpty { parts.append("hints \(question.hints.map(words))") }
  return parts.joined(separator: "; ")
}

private func options(_ options: [AnswerOption]) -> String {
  options.map { option in
    let feedback = option.feedback.isEmpty ? "" : " (\(words(option.feedback)))"
    return "[\(option.isRight ? "x" : " ") \(words(option.text))\(feedback)]"
  }.joined()
}

func words(_ inlines: [Inline]) -> String {
  inlines.map { inline in
    switch inline.kind {
    case .text(let text): text
    case .code(let text): "`\(text)`"
    case .html(let text): "HTML \(text)"
    case .softBreak: " "
    case .lineBreak: "⏎"
    case .emphasis(let inner): "<i>\(words(inner))</i>"
    case .strong(let inner): "<b>\(words(inner))</b>"
    case .strikethrough(let inner): "<s>\(words(inner))</s>"
    case .link(let to, let inner): "<a \(to)>\(words(inner))</a>"
    case .image(let from, let inner): "<img \(from)>\(words(inner))</img>"
    }
  }.joined()
}

func words(_ blocks: [Block]) -> String {
  blocks.map { block in
    switch block.kind {
    case .paragraph(let inlines): "¶\(words(inlines))"
    case .heading(let level, let inlines): "h\(level) \(words(inlines))"
    case .list(let list):
      (list.start.map { "from \($0)" } ?? "list")
        + list.items.map { "{\(words($0.blocks))}" }.joined()
    case .quote(let inner): "quote {\(words(inner))}"
    case .code(_, let text): "code {\(text)}"
    case .table(let table):
      "table "
        + ([table.header] + table.rows).map { $0.map(words).joined(separator: "|") }
        .joined(separator: "/")
    case .html(let text): "HTML \(text)"
    case .rule: "rule"
    }
  }.joined(separator: " ")
}

/// A question of every type, with all that a question can have.
let everyQuestion = """
  ---
  kind: assessment
  title: Every question
  time limit: 20 minutes
  ---

  Read *slowly*.

  ## First part `draw 2`

  Before the first part.

  ### Which **one**? `skill talk` `points 3` `keep order`

  The customer says `no`.

  * one
  * two

  - (x) This *one*
    > Yes, [because](https://example.org/a_b?c=d&e).
  - ( ) 5 < 6 & 7 > 3, $5 and $6, a_b_c, #1, {x} ~y~ = z: \\\\ “q”
  - ( ) 100 %

  > Because of **that**.
  >
  > And this.

  ### Which ones? `points 3`

  - [x] A
  - [x] B
  - [x] C
    > Seldom.
  - [ ] D

  ## Second part

  ### Water is wet.

  Answer: true

  > It is.

  ### How many?

  Answer: 14.5 ± 0.25

  ### Which number, exactly?

  Answer: -3

  ### What is it called?

  Answer: single sign-on | SSO | 3

  ### In which order?

  Put in order

  1. Ask
  2. Listen
  3. Answer

  > Always.

  ### What belongs together?

  | Item | Match |
  | --- | --- |
  | Left | Right |
  | Up | Down |
  | Dog | Cat |

  ### What do you write?

  Rubric:

  - [ ] Says what it costs `points 2`
  - [ ] Stays friendly

  > Anything else is worse.

  """

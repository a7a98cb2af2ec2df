import Testing

@testable import RehearseCore

/// An assessment with every type of question that can be sealed, in sections of which one draws.
/// Each word that gives an answer away has `KEY` in it.
let examWithKeys = """
  ---
  kind: assessment
  title: Final assessment
  # KEY note: everything is b.
  minutes: 20
  why: You show what you can do.
  draw: 7
  pass: 80%, each section 50%
  attempts: 3, then wait 7 days
  time limit: 30 minutes
  feedback: at once
  confidence: asked
  allow: no-why = KEY reason; key-in-same-place = KEY reason
  ---

  Read each question **twice**.

  <!-- KEY comment: the answer to the first is b. -->

  ## Discovery `draw 3`

  Before the call.

  ### Which question opens best? {#opens} `points 2` `skill asking`

  She has ten minutes. <!-- KEY inline -->

  ```text KEY info
  Calendar: 10 minutes
  ```

  - (x) What would make this a success?
    > KEY feedback one
  - ( ) What is your budget?

    KEY feedback two
  - ( ) Who signs?

  Hint: KEY hint one
  Hint: KEY hint two

  > KEY rationale

  ### Which of these do you note?

  - [x] The owner
  - [ ] The weather
  - [x] The date
  - [ ] The mood

  > KEY rationale

  ### How long is a phase? `keep order`

  - ( ) 1 week
  - (x) 2 weeks
  - ( ) 3 weeks

  ### A plan needs a date.

  Answer: true

  ## Saying it

  ### How many days until the test?

  Answer: 1472 ± 31 days

  > KEY rationale

  ### How many are there?

  Answer: 9152

  ### Which word makes it smaller than it is?

  Answer: KEYonly | KEYjust

  ### Put the call in order.

  Put these in order:

  1. The open point
  2. The owner
  3. A date
  4. The signature

  ### What do they mean?

  | They say | They mean |
  | --- | --- |
  | “Send it to me” | “Go away” |
  | “Let me think” | “No” |
  | “Who else?” | “No” |
  | “When?” | “Yes” |

  """

func sealedText(_ text: String, path: String = "final.md") throws(SealingRefusal) -> String {
  try SealedAssessment(path: path, bytes: Array(text.utf8)).text
}

func assessmentProgram(_ text: String) throws -> Program {
  let reading = UnitReader.read(path: "final.md", bytes: Array(text.utf8))
  #expect(lines(reading.diagnostics) == [])
  let unit = reading.value
  return Program(entry: "final.md", units: ["final.md": unit], names: UnitNames([unit.about]))
}

/// What each rule of `Problem` says without a case at hand: for the reference, and for the names in
/// `allow:`. In the order of `Problem`'s cases.
package struct ProblemRule: Sendable {
  /// The stable id, such as `unknown-directive`.
  package let id: String
  package let severity: Diagnostic.Severity
  /// The rule in one sentence.
  package let title: String
  package let mend: String

  private init(_ id: String, _ severity: Diagnostic.Severity, _ title: String, _ mend: String) {
    self.id = id
    self.severity = severity
    self.title = title
    self.mend = mend
  }

  package static let all: [ProblemRule] = [
    ProblemRule(
      "file-too-large", .error,
      "A course file holds at most 16 MiB.",
      "Split it into several units."),
    ProblemRule(
      "line-too-long", .error,
      "A line holds at most 256 KiB; a longer one is left out.",
      "Break the line, or take out what was pasted by mistake."),
    ProblemRule(
      "too-many-bars", .error,
      "A line holds at most 200 `|` signs; a longer row was left out.",
      "Split the table: rows of two or three cells also read well on a narrow screen."),
    ProblemRule(
      "not-utf8", .error,
      "A course file is text in UTF-8.",
      "Save the file again as UTF-8 (in most editors: Save as, Encoding)."),
    ProblemRule(
      "nested-too-deep", .error,
      "Lists, quotes and emphasis nest at most 48 deep; what is deeper is left out.",
      "Flatten the text here."),
    ProblemRule(
      "cannot-read", .error,
      "Every file of the course must be readable; the reason stands behind it.",
      "Check the file and its permissions."),
    ProblemRule(
      "linked-outside", .error,
      "A course stands in one folder; a symbolic link out of it is not followed.",
      "Put a copy of the file into the course folder."),
    ProblemRule(
      "no-front-matter", .error,
      "A course file begins with front matter: `---`, lines of `name: value`, `---`.",
      "Begin with three hyphens on the first line, then `kind:` and `title:`."),
    ProblemRule(
      "front-matter-open", .error,
      "Front matter ends with a line of three hyphens.",
      "Add `---` on a line of its own after the last `name: value`."),
    ProblemRule(
      "front-matter-line", .error,
      "Each line of front matter is `name: value`.",
      "Add a colon after the name, or move the text below the closing `---`."),
    ProblemRule(
      "missing-field", .error,
      "Front matter needs this name.",
      "Add a line such as `kind: scenario`."),
    ProblemRule(
      "repeated-field", .error,
      "Each name stands once in front matter.",
      "Keep one of the two lines."),
    ProblemRule(
      "unknown-field", .warning,
      "This kind of file has no such name in its front matter.",
      "Take the line out, or look up [the names](course-format.md)."),
    ProblemRule(
      "field-value", .error,
      "The value is not understood; the message shows how it is written.",
      "Write it as in the example."),
    ProblemRule(
      "unknown-kind", .error,
      "`kind:` is one of course, lesson, scenario, checklist, assessment, aid, certification.",
      "Choose the kind that fits."),
    ProblemRule(
      "kind-does-not-fit", .error,
      "`kind:` says what the file is; here stands a name that only another kind of file has.",
      "Write the kind that the file is, or take the line out."),
    ProblemRule(
      "repeated-name", .error,
      "Names in the cast, and names of meters, are different.",
      "Rename one of them."),
    ProblemRule(
      "empty-unit", .error,
      "A unit has text; this one is empty.",
      "Write the text below the front matter."),
    ProblemRule(
      "unknown-directive", .error,
      "Code in this place is a directive, and this is none.",
      """
      Look it up among the [directives](course-format.md#directives-at-a-glance). If it is just \
      code, put it inside a sentence.
      """),
    ProblemRule(
      "misplaced-directive", .error,
      "The directive has no meaning in this place.",
      "Move it to [where it belongs](course-format.md#directives-at-a-glance)."),
    ProblemRule(
      "comment-open", .error,
      "A comment ends with `-->`; where it does not, nothing after it is read.",
      "Write `-->` where the comment ends."),
    ProblemRule(
      "word-bullet", .error,
      "An item of a list begins with a hyphen and a blank; `•` is just text.",
      "Write `- ` in its place."),
    ProblemRule(
      "missing-blank", .error,
      """
      A blank stands behind `-` or `##` at the beginning of a line; without it the line is just \
      text.
      """,
      "Put a blank behind it."),
    ProblemRule(
      "indented-too-far", .error,
      "What belongs to an item is indented by two blanks; further to the right it is read as something else.",
      "Indent it by two blanks; choices and headings begin at the left edge."),
    ProblemRule(
      "loose-quote-line", .warning,
      """
      Each line of a quote begins with `>`; a line right below it is read as a part of it, even \
      without.
      """,
      "Begin it with `>` if it belongs to the quote; if not, leave a blank line before it."),
    ProblemRule(
      "text-outside-item", .warning,
      "What belongs to a choice or to an item of a checklist is indented; this stands outside the list.",
      "Indent it by two blanks, or move it above the list."),
    ProblemRule(
      "unknown-label", .warning,
      "Answers, hints, rubrics and the words to ask stand behind their label.",
      "Write `Answer:`, `Hint:`, `Rubric:`, `Put in order` or `Ask:`."),
    ProblemRule(
      "heading-level", .error,
      "Scenes are headings of the second level; questions are of the third, under their sections.",
      "Begin the heading with `##` or `###`."),
    ProblemRule(
      "heading-id", .error,
      "A heading's own name is written `{#name}`, without blanks.",
      "Write for example `## Tom's answer, at last {#answer}`."),
    ProblemRule(
      "quote-outside-choice", .warning,
      "The coach's words belong to a choice or an option; a quote stands outside the list.",
      "Indent it by two blanks, so that it is a part of the item above it."),
    ProblemRule(
      "directive-without-code", .error,
      "A directive stands in code; here it is just words that the learner reads.",
      "Put it between backquotes."),
    ProblemRule(
      "unreached-scene", .warning,
      "Every scene can be reached; no choice and no story's list leads to this one.",
      "Lead a choice to it, or take the scene out."),
    ProblemRule(
      "choice-before-scene", .error,
      "A choice stands in a scene; here no scene has begun yet.",
      "Begin the scene above it with `## Its title`."),
    ProblemRule(
      "conditional-ending", .error,
      "An ending, and `in your own words`, always hold: a condition cannot stand before them.",
      """
      Take the condition away; or lead to different scenes with `when` in a story's list, and end \
      there.
      """),
    ProblemRule(
      "no-scenes", .error,
      "A scenario has scenes: headings of the second level.",
      "Begin each scene with `## Its title`."),
    ProblemRule(
      "repeated-scene", .error,
      "Each scene has an id of its own; this one is taken by a scene above.",
      "Change the heading, or give the scene an id: `## Title {#another-id}`."),
    ProblemRule(
      "unknown-scene", .error,
      "A link leads to a scene; there is none with this id.",
      """
      The id of a scene is its heading in lower case with hyphens for blanks. Change the link, or \
      write the scene.
      """),
    ProblemRule(
      "unknown-meter", .error,
      "A meter is declared in the front matter.",
      "Add it: `meters: trust = 50 of 100`."),
    ProblemRule(
      "unknown-speaker", .error,
      "Who speaks stands in `cast:`.",
      "Add the name to `cast:`, or take the bold or the colon away if nobody speaks."),
    ProblemRule(
      "speaker-form", .warning,
      "Who speaks stands in bold, with a colon.",
      "Write for example `**Maya:** I see.`"),
    ProblemRule(
      "flag-never-set", .error,
      "A flag that is asked for is set somewhere.",
      "Add `set NAME` to a choice or a scene."),
    ProblemRule(
      "meter-as-flag", .error,
      "A meter is compared with a number; here it stands alone.",
      "Write for example `if trust >= 50`."),
    ProblemRule(
      "share-in-scenario", .error,
      """
      Inside a scenario, conditions ask about meters, flags, scenes and passed units, and not \
      about a share in percent.
      """,
      "Write `if passed UNIT`."),
    ProblemRule(
      "dead-end", .error,
      "Each scene has choices, a story's list, or an ending; this one has none.",
      "Add a list of links, or `ending success`, `ending partial` or `ending failure` in code."),
    ProblemRule(
      "ending-goes-on", .error,
      "Where the scenario ends, nothing follows; this scene has an ending and a list.",
      "Take out one of the two."),
    ProblemRule(
      "two-endings", .error,
      "A scene has one ending.",
      "Keep one; make two scenes if both are meant."),
    ProblemRule(
      "two-lists", .error,
      "A scene has one list that leads on.",
      """
      Put the choices into one list; use the same bullet for all of them. What happens after a \
      choice is indented by two blanks.
      """),
    ProblemRule(
      "mixed-list", .error,
      """
      A list is either the learner's or the story's; this scene mixes choices and `when`, \
      `chance` or `otherwise`.
      """,
      "Take out what does not fit, or move it to a scene of its own."),
    ProblemRule(
      "broken-link", .error,
      "A link is written `[words](#scene)` or `[words](file.md)`; this looks like one and is none.",
      """
      Write the words in square brackets and the target right behind them in round ones, without \
      blanks between or inside.
      """),
    ProblemRule(
      "choice-without-link", .error,
      "Every item of the list leads somewhere; this one has no link.",
      "Make its words a link: `[words](#scene)`."),
    ProblemRule(
      "choice-without-text", .error,
      "A choice says what the learner says or does; this one has no words.",
      "Put the words into the square brackets."),
    ProblemRule(
      "choice-leaves-course", .error,
      "A choice leads to a scene or a unit of this course, and not to a page on the web.",
      "Link the outside page in the text or in a job aid."),
    ProblemRule(
      "two-targets", .error,
      "A choice goes to one scene; here are two.",
      "Keep one link to a scene."),
    ProblemRule(
      "call-after-target", .error,
      "A choice plays at most one unit, and before it goes on.",
      "Write the link to the unit first, then the link to the scene."),
    ProblemRule(
      "turn-leaves-scenario", .error,
      "A story's list leads to scenes of the same scenario.",
      "Link a scene, and play the unit from a choice there."),
    ProblemRule(
      "turn-without-link", .error,
      "Every item of a story's list leads to a scene; this one has no link.",
      "Add `[words](#scene)`."),
    ProblemRule(
      "two-triggers", .error,
      "An item of a story's list has one of `when`, `chance` and `otherwise`.",
      "Keep one; chain scenes where both are needed."),
    ProblemRule(
      "turn-after-otherwise", .warning,
      "`otherwise` stands last: what follows it is never reached by `when`.",
      "Move `otherwise` to the end of the list."),
    ProblemRule(
      "chances-over", .error,
      "Chances in one list add up to at most 100%.",
      "Lower them, and use `otherwise` for the rest."),
    ProblemRule(
      "story-without-otherwise", .error,
      "A story's list always goes on: it ends with `otherwise`, or its chances make 100%.",
      "Add an item that begins with `otherwise` in code."),
    ProblemRule(
      "empty-checklist", .error,
      "A checklist has items: `- [ ] what to do`.",
      "Add items in lists, with a box in front of each."),
    ProblemRule(
      "empty-pause-point", .error,
      "A pause point has items.",
      "Add items under the heading, or take the heading away."),
    ProblemRule(
      "item-without-box", .error,
      "In a list with boxes every item has one.",
      "Begin the item with `[ ]` or `[x]` and a blank."),
    ProblemRule(
      "item-without-text", .error,
      "A checklist item says what to do.",
      "Write it behind the box."),
    ProblemRule(
      "no-questions", .error,
      "An assessment has questions: headings of the third level, under sections of the second.",
      "Begin each question with `### The question`."),
    ProblemRule(
      "empty-section", .error,
      "A section has questions: headings of the third level.",
      "Add questions, or take the heading away."),
    ProblemRule(
      "question-without-stem", .error,
      "The heading of a question is the question.",
      "Write it behind the `###`."),
    ProblemRule(
      "question-without-answer", .error,
      "A question says how it is answered.",
      """
      Add options `- ( )` and `- (x)`, boxes `- [ ]` and `- [x]`, a line `Answer: …`, `Put in \
      order` with a numbered list, a table of two columns, or `Rubric:` with a task list.
      """),
    ProblemRule(
      "question-with-two-forms", .error,
      "A question is answered in one way; here are two.",
      "Keep one, or make two questions."),
    ProblemRule(
      "one-key", .error,
      "With `( )` exactly one option is right.",
      "Mark one with `(x)`, or use boxes `[ ]` and `[x]` if several are right."),
    ProblemRule(
      "no-key", .error,
      "With `[ ]` at least one option is right; none is marked `[x]`.",
      "Mark the right ones with `[x]`."),
    ProblemRule(
      "too-few-options", .error,
      "A choice has at least two options.",
      "Add options, or ask for a short text."),
    ProblemRule(
      "option-without-mark", .error,
      "In a list with `( )` every option has a mark.",
      "Begin the option with `( )` or `(x)` and a blank."),
    ProblemRule(
      "option-without-text", .error,
      "An option says something; this one has no words.",
      "Write it behind the mark."),
    ProblemRule(
      "empty-answer", .error,
      "`Answer:` is followed by the answer.",
      "Write `Answer: 14 ± 2 days`, `Answer: true` or `Answer: one | another`."),
    ProblemRule(
      "number-form", .warning,
      "A number is written `Answer: 24 ± 1 hours`; in another form it is read as something else.",
      """
      Write the number first, then ± and how far off an answer may be, then the unit. To ask for \
      such words, use options.
      """),
    ProblemRule(
      "too-few-to-order", .error,
      "There are at least two steps to put in order.",
      "Add steps to the numbered list."),
    ProblemRule(
      "too-few-to-match", .error,
      "There are at least two pairs to match.",
      "Add rows of two cells to the table."),
    ProblemRule(
      "sealed-with-key", .error,
      "A sealed assessment holds no key, hint, feedback or explanation.",
      "Take the line `sealed: yes` out: `rehearse pack --seal` writes it, into the bundle alone."),
    ProblemRule(
      "draw-too-large", .error,
      "At most as many questions are drawn as there are.",
      "Lower the draw, or add questions."),
    ProblemRule(
      "draws-disagree", .error,
      "The draws of the sections make the total, and `draw:` says another.",
      "Change one of them."),
    ProblemRule(
      "empty-outline", .error,
      "The cover lists the units of the course: lists of links under headings.",
      "Add `1. [Title](file.md)` for each unit."),
    ProblemRule(
      "outline-without-link", .error,
      "Every item of the outline is a link to a unit.",
      "Write `[Title](file.md)`."),
    ProblemRule(
      "repeated-outline-entry", .warning,
      "A unit stands once in the outline.",
      "Take one of the two lines out."),
    ProblemRule(
      "no-requirements", .error,
      "A certification has requirements: a list of links under `## Requirements`.",
      "Add for example ``- [Final assessment](final.md) `at least 80%` ``."),
    ProblemRule(
      "requirement", .error,
      "A requirement is a link to a unit, or `Any 2 of` with a list under it.",
      "Write for example ``- [Final assessment](final.md) `at least 80%` ``."),
    ProblemRule(
      "requirement-without-demand", .warning,
      """
      A requirement says how much: `at least 80%`, `passed` or `completed`; this one is taken as \
      `passed`.
      """,
      "Add `passed` in code behind the link."),
    ProblemRule(
      "any-of-too-many", .error,
      "`Any 2 of` needs at least one and at most as many as stand under it.",
      "Change the number, or add requirements to the list."),
    ProblemRule(
      "unknown-part", .warning,
      "A certification has the parts Requirements and Renewal, and no others.",
      "Move the text above `## Requirements`."),
    ProblemRule(
      "no-cover", .error,
      "A course folder has a cover: `course.md`.",
      "Create `course.md` with `kind: course`, `title:` and the list of units."),
    ProblemRule(
      "cover-kind", .error,
      "`course.md` has `kind: course`.",
      "Change the kind, or rename the file."),
    ProblemRule(
      "missing-file", .error,
      "A link leads to a file of the course; this one is not there.",
      """
      Check the path: it counts from the file that the link stands in. If the file is gone, take the \
      link out or put the file back.
      """),
    ProblemRule(
      "link-leaves-course", .error,
      "Links stay inside the course folder.",
      "Put the file into the course, or link a page on the web."),
    ProblemRule(
      "unknown-anchor", .error,
      "A link leads to a heading; the file has none with this id.",
      "The id of a heading is its text in lower case with hyphens for blanks."),
    ProblemRule(
      "unknown-unit", .error,
      "A unit is named by its id or its path; there is none of this name.",
      "The id is the `id:` in the unit's front matter, or its file name without .md."),
    ProblemRule(
      "unknown-skill", .error,
      "Skills are declared in `course.md`; this one is not.",
      "Add it to `skills:` there: `price = Talking about price`."),
    ProblemRule(
      "repeated-unit", .error,
      "Each unit has an id of its own.",
      "Add or change `id:` in the front matter of one of them."),
    ProblemRule(
      "not-in-outline", .warning,
      """
      A unit can be found in the outline; no list in `course.md` and no other unit leads to this \
      one.
      """,
      "Add it to `course.md`, or take the file out of the course."),
    ProblemRule(
      "calls-itself", .error,
      "A unit never comes to call itself, not even by way of others.",
      "Take one of these links out, or link a job aid."),
    ProblemRule(
      "call-needs-unit", .error,
      "A choice plays a lesson, a scenario, a checklist, an assessment or a job aid.",
      "Link a unit that can be played."),
    ProblemRule(
      "allow-unknown", .warning,
      "`allow:` names a rule; there is none of this name.",
      "The name of a rule stands in square brackets behind each finding."),
    ProblemRule(
      "allow-error", .warning,
      "`allow:` is for warnings and advice, and not for errors.",
      "Mend what it names, and take it out of `allow:`."),
    ProblemRule(
      "allow-without-reason", .warning,
      "What a file allows, it gives a reason for.",
      "Write why: `allow: no-minutes = it depends on the customer`."),
    ProblemRule(
      "allow-unused", .warning,
      "`allow:` names what the file breaks; nothing in it breaks this rule.",
      "Take it out of `allow:`."),
  ]
}

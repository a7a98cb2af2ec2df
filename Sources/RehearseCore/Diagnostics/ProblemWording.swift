// The wording of every problem, in the order of `Problem`'s cases: the id of the rule, how much it
// matters, the rule in one sentence, and the mend.

extension Problem {
  package struct Wording: Equatable, Sendable {
    package var rule: String
    package var severity: Diagnostic.Severity
    package var message: String
    package var help: String

    init(_ rule: String, _ severity: Diagnostic.Severity, _ message: String, _ help: String) {
      self.rule = rule
      self.severity = severity
      self.message = message
      self.help = help
    }
  }

  package var rule: String { wording.rule }
  package var severity: Diagnostic.Severity { wording.severity }
  package var message: String { wording.message }
  package var help: String { wording.help }

  package var wording: Wording {
    switch self {
    case .fileTooLarge(let bytes):
      Wording(
        "file-too-large", .error,
        "A course file holds at most 16 MiB; this one has \(bytes) bytes.",
        "Split it into several units.")
    case .lineTooLong(let bytes):
      Wording(
        "line-too-long", .error,
        "A line holds at most 256 KiB; this one has \(bytes) bytes and was left out.",
        "Break the line, or take out what was pasted by mistake.")
    case .tooManyBars(let limit):
      Wording(
        "too-many-bars", .error,
        "A line holds at most \(limit) `|`; this one has more and was left out.",
        "Split the table: rows of two or three cells also read well on a narrow screen.")
    case .notUTF8(let guess):
      Wording(
        "not-utf8", .error,
        "A course file is text in UTF-8\(guess.map { "; this one looks like \($0)" } ?? "").",
        "Save the file again as UTF-8 (in most editors: Save as, Encoding).")
    case .nestedTooDeep(let limit):
      Wording(
        "nested-too-deep", .error,
        "Lists, quotes and emphasis nest at most \(limit) deep; what is deeper was left out.",
        "Flatten the text here.")
    case .cannotRead(let reason):
      Wording(
        "cannot-read", .error,
        "Every file of the course must be readable: \(reason).",
        "Check the file and its permissions.")
    case .linkedOutside(let path):
      Wording(
        "linked-outside", .error,
        "A course stands in one folder: `\(path)` is a symbolic link out of it and is not followed.",
        "Put a copy of the file into the course folder.")
    case .noFrontMatter:
      Wording(
        "no-front-matter", .error,
        "A course file begins with front matter: `---`, lines of `name: value`, `---`.",
        "Begin with three hyphens on the first line, then `kind:` and `title:`.")
    case .frontMatterNotClosed:
      Wording(
        "front-matter-open", .error,
        "Front matter ends with a line of three hyphens.",
        "Add `---` on a line of its own after the last `name: value`.")
    case .frontMatterLine(let nearest):
      Wording(
        "front-matter-line", .error,
        "Each line of front matter is `name: value`.",
        didYouMean(nearest)
          ?? "Add a colon after the name, or move the text below the closing `---`.")
    case .missingField(let name):
      Wording(
        "missing-field", .error,
        "Front matter needs `\(name):`.",
        "Add a line such as `\(name == "kind" ? "kind: scenario" : name + ": …")`.")
    case .repeatedField(let name):
      Wording(
        "repeated-field", .error,
        "Each name stands once in front matter; `\(name)` stands here again.",
        "Keep one of the two lines.")
    case .unknownField(let name, let kind, let nearest):
      Wording(
        "unknown-field", .warning,
        "A \(kind) has no `\(name):` in its front matter.",
        "\(didYouMean(nearest) ?? "Take the line out, or look up the names in docs/course-format.md.")"
      )
    case .fieldValue(let name, let value, let expected):
      Wording(
        "field-value", .error,
        "`\(name):` is written like this: \(expected); `\(shortened(value))` is not understood.",
        "Write it as in the example.")
    case .unknownKind(let kind, let nearest):
      Wording(
        "unknown-kind", .error,
        "`kind:` is one of course, lesson, scenario, checklist, assessment, aid, certification; `\(shortened(kind))` is none.",
        "\(didYouMean(nearest) ?? "Choose the kind that fits.")")
    case .kindDoesNotFit(let kind, let field, let nearest):
      Wording(
        "kind-does-not-fit", .error,
        "`kind:` says what the file is: a \(kind) has no `\(field):`, which stands here.",
        "Did you mean `kind: \(nearest)`?")
    case .repeatedName(let name, let place):
      Wording(
        "repeated-name", .error,
        "Names in \(place) are different; `\(name)` stands there twice.",
        "Rename one of them.")
    case .emptyUnit:
      Wording(
        "empty-unit", .error,
        "A unit has text; this one is empty.",
        "Write the text below the front matter.")
    case .unknownDirective(let code, let nearest):
      Wording(
        "unknown-directive", .error,
        "Code in this place is a directive; `\(shortened(code))` is none.",
        didYouMean(nearest) ?? Directive.form(of: code).map { "It is written like this: \($0)." }
          ?? "Directives are listed in docs/course-format.md. If it is just code, put it inside a sentence."
      )
    case .misplacedDirective(let code, let place, let nearest):
      Wording(
        "misplaced-directive", .error,
        "`\(shortened(code))` has no meaning in \(place).",
        didYouMean(nearest)
          ?? "Move it to where it belongs; docs/course-format.md says where each directive stands.")
    case .commentOpen:
      Wording(
        "comment-open", .error,
        "A comment ends with `-->`; this one does not, and nothing after it is read.",
        "Write `-->` where the comment ends.")
    case .wordBullet(let bullet):
      Wording(
        "word-bullet", .error,
        "An item of a list begins with a hyphen and a blank; `\(bullet)` is just text.",
        "Write `- ` in its place.")
    case .missingBlank(let mark):
      Wording(
        "missing-blank", .error,
        "A blank stands behind `\(mark)` at the beginning of a line; without it the line is just text.",
        "Put a blank behind the `\(mark)`.")
    case .indentedTooFar(let mark):
      Wording(
        "indented-too-far", .error,
        "What belongs to an item is indented by two blanks; \(mark.isEmpty ? "this text stands" : "this `\(mark)` stands") too far to the right and is read as something else.",
        mark.isEmpty || mark == ">"
          ? "Indent it by two blanks." : "Begin the line with the `\(mark)`, at the left edge.")
    case .looseQuoteLine:
      Wording(
        "loose-quote-line", .warning,
        "Each line of a quote begins with `>`; this one is read as a part of the quote above it.",
        "Begin it with `>` if it belongs to the quote; if not, leave a blank line before it.")
    case .textOutsideItem(let item):
      Wording(
        "text-outside-item", .warning,
        "What belongs to \(item) is indented; this stands outside the list.",
        "Indent it by two blanks, so that it is a part of \(item) above it; or move it above the list."
      )
    case .unknownLabel(let label, let nearest):
      Wording(
        "unknown-label", .warning,
        "Answers, hints, rubrics and the words to ask stand behind their label; `\(shortened(label))` is none.",
        "Did you mean `\(nearest)`?")
    case .headingLevel(let what, let found, let nearest):
      Wording(
        "heading-level", .error,
        "The heading of \(what) begins with `\(nearest.prefix { $0 == "#" })`; this one has `\(found)`.",
        "Did you mean `\(nearest)`?")
    case .brokenHeadingId(let id, let nearest):
      Wording(
        "heading-id", .error,
        "A heading's own name is written `{#name}`, without blanks; `\(shortened(id))` is none.",
        "Did you mean `\(nearest)`?")
    case .quoteOutsideChoice:
      Wording(
        "quote-outside-choice", .warning,
        "The coach's words belong to a choice or an option; this quote stands outside the list.",
        "Indent it by two blanks, so that it is a part of the item above it.")
    case .directiveWithoutCode(let text):
      Wording(
        "directive-without-code", .error,
        "A directive stands in code; `\(shortened(text))` here is just words that the learner reads.",
        "Put it between backquotes: `` `\(shortened(text))` ``.")
    case .unreachedScene(let id):
      Wording(
        "unreached-scene", .warning,
        "Every scene can be reached; no choice and no story's list leads to `\(id)`.",
        "Lead a choice to it, or take the scene out.")
    case .choiceBeforeScene:
      Wording(
        "choice-before-scene", .error,
        "A choice stands in a scene; here no scene has begun yet.",
        "Begin the scene above it with `## Its title`.")
    case .conditionalEnding:
      Wording(
        "conditional-ending", .error,
        "An ending, and `in your own words`, always hold: a condition cannot stand before them.",
        "Take the condition away; or lead to different scenes with `when` in a story's list, and end there."
      )
    case .noScenes:
      Wording(
        "no-scenes", .error,
        "A scenario has scenes: headings of the second level.",
        "Begin each scene with `## Its title`.")
    case .repeatedScene(let id):
      Wording(
        "repeated-scene", .error,
        "Each scene has an id of its own; `\(id)` is taken by a scene above.",
        "Change the heading, or give the scene an id: `## Title {#another-id}`.")
    case .unknownScene(let id, let nearest):
      Wording(
        "unknown-scene", .error,
        "A link leads to a scene; there is none with the id `\(shortened(id))`.",
        "\(nearest.map { "Did you mean `#\($0)`?" } ?? "The id of a scene is its heading in lower case with hyphens for blanks. Change the link, or write the scene.")"
      )
    case .unknownMeter(let name, let nearest):
      Wording(
        "unknown-meter", .error,
        "A meter is declared in the front matter; `\(name)` is not.",
        "\(didYouMean(nearest) ?? "Add it: `meters: \(name) = 50 of 100`.")")
    case .unknownSpeaker(let name, let nearest):
      Wording(
        "unknown-speaker", .error,
        "Who speaks stands in `cast:`; `\(shortened(name))` does not.",
        "\(didYouMean(nearest) ?? "Add the name to `cast:`, or take the bold or the colon away if nobody speaks.")"
      )
    case .speakerForm(let name):
      Wording(
        "speaker-form", .warning,
        "Who speaks stands in bold, with a colon; here \(shortened(name)) is just a word of the text.",
        "Did you mean `**\(shortened(name)):**`?")
    case .flagNeverSet(let name, let nearest):
      Wording(
        "flag-never-set", .error,
        "A flag that is asked for is set somewhere; nothing says `set \(name)`.",
        "\(didYouMean(nearest) ?? "Add `set \(name)` to a choice or a scene.")")
    case .meterAsFlag(let name):
      Wording(
        "meter-as-flag", .error,
        "A meter is compared with a number; `\(name)` stands alone.",
        "Write for example `if \(name) >= 50`.")
    case .shareInScenario(let name, let nearest):
      Wording(
        "share-in-scenario", .error,
        "Inside a scenario, conditions ask about meters, flags, scenes and passed units; `\(name)` is compared with a share.",
        didYouMean(nearest) ?? "Write `if passed \(name)`.")
    case .sceneGoesNowhere(let id):
      Wording(
        "dead-end", .error,
        "Each scene has choices, a story's list, or an ending; `\(id)` has none.",
        "Add a list of links, or `ending success`, `ending partial` or `ending failure` in code.")
    case .endingGoesOn:
      Wording(
        "ending-goes-on", .error,
        "Where the scenario ends, nothing follows; this scene has an ending and a list.",
        "Take out one of the two.")
    case .twoEndings:
      Wording(
        "two-endings", .error,
        "A scene has one ending.",
        "Keep one; make two scenes if both are meant.")
    case .twoLists:
      Wording(
        "two-lists", .error,
        "A scene has one list that leads on.",
        "Put the choices into one list; use the same bullet for all of them. What happens after a choice is indented by two blanks."
      )
    case .mixedList:
      Wording(
        "mixed-list", .error,
        "A list is either the learner's or the story's; this scene mixes choices and `when`, `chance` or `otherwise`.",
        "Take out what does not fit, or move it to a scene of its own.")
    case .brokenLink:
      Wording(
        "broken-link", .error,
        "A link is written `[words](#scene)` or `[words](file.md)`; this looks like one and is none.",
        "Write the words in square brackets and the target right behind them in round ones, without blanks between or inside."
      )
    case .choiceWithoutLink:
      Wording(
        "choice-without-link", .error,
        "Every item of the list leads somewhere; this one has no link.",
        "Make its words a link: `[words](#scene)`.")
    case .choiceWithoutText:
      Wording(
        "choice-without-text", .error,
        "A choice says what the learner says or does; this one has no words.",
        "Put the words into the square brackets.")
    case .choiceLeavesCourse(let url):
      Wording(
        "choice-leaves-course", .error,
        "A choice leads to a scene or a unit of this course, not to `\(shortened(url))`.",
        "Link the outside page in the text or in a job aid.")
    case .twoTargets:
      Wording(
        "two-targets", .error,
        "A choice goes to one scene; here are two.",
        "Keep one link to a scene.")
    case .callAfterTarget:
      Wording(
        "call-after-target", .error,
        "A choice plays at most one unit, and before it goes on.",
        "Write the link to the unit first, then the link to the scene.")
    case .turnLeavesScenario(let destination):
      Wording(
        "turn-leaves-scenario", .error,
        "A story's list leads to scenes of the same scenario, not to `\(shortened(destination))`.",
        "Link a scene, and play the unit from a choice there.")
    case .turnWithoutLink:
      Wording(
        "turn-without-link", .error,
        "Every item of a story's list leads to a scene; this one has no link.",
        "Add `[words](#scene)`.")
    case .twoTriggers:
      Wording(
        "two-triggers", .error,
        "An item of a story's list has one of `when`, `chance` and `otherwise`.",
        "Keep one; chain scenes where both are needed.")
    case .turnAfterOtherwise:
      Wording(
        "turn-after-otherwise", .warning,
        "`otherwise` stands last: what follows it is never reached by `when`.",
        "Move `otherwise` to the end of the list.")
    case .chancesOver(let total):
      Wording(
        "chances-over", .error,
        "Chances in one list add up to at most 100%; these make \(total).",
        "Lower them, and use `otherwise` for the rest.")
    case .storyWithoutOtherwise:
      Wording(
        "story-without-otherwise", .error,
        "A story's list always goes on: it ends with `otherwise`, or its chances make 100%.",
        "Add an item that begins with `otherwise` in code.")
    case .emptyChecklist:
      Wording(
        "empty-checklist", .error,
        "A checklist has items: `- [ ] what to do`.",
        "Add items in lists, with a box in front of each.")
    case .emptyPausePoint(let title):
      Wording(
        "empty-pause-point", .error,
        "A pause point has items; `\(shortened(title))` has none.",
        "Add items under the heading, or take the heading away.")
    case .itemWithoutBox:
      Wording(
        "item-without-box", .error,
        "In a list with boxes every item has one.",
        "Begin the item with `[ ]` or `[x]` and a blank.")
    case .itemWithoutText:
      Wording(
        "item-without-text", .error,
        "A checklist item says what to do.",
        "Write it behind the box.")
    case .noQuestions:
      Wording(
        "no-questions", .error,
        "An assessment has questions: headings of the third level, under sections of the second.",
        "Begin each question with `### The question`.")
    case .emptySection(let title):
      Wording(
        "empty-section", .error,
        "A section has questions: headings of the third level; `\(shortened(title))` has none.",
        "Add questions, or take the heading away.")
    case .questionWithoutStem:
      Wording(
        "question-without-stem", .error,
        "The heading of a question is the question.",
        "Write it behind the `###`.")
    case .questionWithoutAnswer:
      Wording(
        "question-without-answer", .error,
        "A question says how it is answered.",
        "Add options `- ( )` and `- (x)`, boxes `- [ ]` and `- [x]`, a line `Answer: …`, `Put in order` with a numbered list, a table of two columns, or `Rubric:` with a task list."
      )
    case .questionWithTwoForms:
      Wording(
        "question-with-two-forms", .error,
        "A question is answered in one way; here are two.",
        "Keep one, or make two questions.")
    case .singleNeedsOneKey(let found):
      Wording(
        "one-key", .error,
        "With `( )` exactly one option is right; \(found == 0 ? "none of these is" : "\(found) of these are") marked `(x)`.",
        "\(found > 1 ? "Mark one, or use boxes `[ ]` and `[x]` if several are right." : "Mark the right one with `(x)`.")"
      )
    case .multipleNeedsAKey:
      Wording(
        "no-key", .error,
        "With `[ ]` at least one option is right; none is marked `[x]`.",
        "Mark the right ones with `[x]`.")
    case .tooFewOptions:
      Wording(
        "too-few-options", .error,
        "A choice has at least two options.",
        "Add options, or ask for a short text.")
    case .optionWithoutMark:
      Wording(
        "option-without-mark", .error,
        "In a list with `( )` every option has a mark.",
        "Begin the option with `( )` or `(x)` and a blank.")
    case .optionWithoutText:
      Wording(
        "option-without-text", .error,
        "An option says something; this one has no words.",
        "Write it behind the mark.")
    case .emptyAnswer:
      Wording(
        "empty-answer", .error,
        "`Answer:` is followed by the answer.",
        "Write `Answer: 14 ± 2 days`, `Answer: true` or `Answer: one | another`.")
    case .numberForm(let text):
      Wording(
        "number-form", .warning,
        "A number is written `Answer: 24 ± 1 hours`; `\(shortened(text))` is read as something else.",
        "Write the number first, then ± and how far off an answer may be, then the unit: `24 ± 1 hours`."
      )
    case .tooFewToOrder:
      Wording(
        "too-few-to-order", .error,
        "There are at least two steps to put in order.",
        "Add steps to the numbered list.")
    case .tooFewToMatch:
      Wording(
        "too-few-to-match", .error,
        "There are at least two pairs to match.",
        "Add rows of two cells to the table.")
    case .sealedWithKey:
      Wording(
        "sealed-with-key", .error,
        "A sealed assessment holds no key, hint, feedback or explanation; this gives one away.",
        "Take the line `sealed: yes` out: `rehearse pack --seal` writes it, into the bundle alone.")
    case .drawTooLarge(let draw, let pool, let drawn):
      Wording(
        "draw-too-large", .error,
        "At most as many questions are drawn as there are: \(draw) of \(pool)\(words(drawn)).",
        "Lower the draw, or add questions.")
    case .drawsDisagree(let total, let sections):
      Wording(
        "draws-disagree", .error,
        "The draws of the sections make the total: \(sections), and `draw:` says \(total).",
        "Change one of them.")
    case .emptyOutline:
      Wording(
        "empty-outline", .error,
        "The cover lists the units of the course: lists of links under headings.",
        "Add `1. [Title](file.md)` for each unit.")
    case .outlineWithoutLink:
      Wording(
        "outline-without-link", .error,
        "Every item of the outline is a link to a unit.",
        "Write `[Title](file.md)`.")
    case .repeatedOutlineEntry(let path):
      Wording(
        "repeated-outline-entry", .warning,
        "A unit stands once in the outline; `\(path)` stands there again.",
        "Take one of the two lines out.")
    case .noRequirements:
      Wording(
        "no-requirements", .error,
        "A certification has requirements: a list of links under `## Requirements`.",
        "Add for example ``- [Final assessment](final.md) `at least 80%` ``.")
    case .requirementNotUnderstood:
      Wording(
        "requirement", .error,
        "A requirement is one link to a unit, or `Any 2 of` with a list under it, indented by two blanks.",
        "Write for example ``- [Final assessment](final.md) `at least 80%` ``.")
    case .requirementWithoutDemand:
      Wording(
        "requirement-without-demand", .warning,
        "A requirement says how much: `at least 80%`, `passed` or `completed`; this one is taken as `passed`.",
        "Add `passed` in code behind the link.")
    case .anyOfTooMany(let count, let available):
      Wording(
        "any-of-too-many", .error,
        "`Any \(count) of` needs at least one and at most as many as stand under it: \(available).",
        available == 0
          ? "Put requirements under it, each indented by two blanks."
          : "Change the number, or add requirements to the list.")
    case .unknownPart(let title, let nearest):
      Wording(
        "unknown-part", .warning,
        "A certification has the parts Requirements and Renewal; `\(shortened(title))` is neither.",
        "\(didYouMean(nearest) ?? "Move the text above `## Requirements`.")")
    case .noCover(let nearest):
      Wording(
        "no-cover", .error,
        "A course folder has a cover: `course.md`.",
        nearest.map { "Rename `\(shortened($0))`: small letters, and nothing before or behind." }
          ?? "Create `course.md` with `kind: course`, `title:` and the list of units.")
    case .coverIsNoCourse(let kind):
      Wording(
        "cover-kind", .error,
        "`course.md` has `kind: course`; this one says \(kind).",
        "Change the kind, or rename the file.")
    case .missingFile(let path, let nearest):
      Wording(
        "missing-file", .error,
        "A link leads to a file of the course; `\(shortened(path))` is not there.",
        nearest?.hasSuffix(".md.txt") == true
          ? "`\(shortened(nearest ?? ""))` is there; rename it, so that it ends with `.md`."
          : didYouMean(nearest)
            ?? "Check the path: it counts from the file that the link stands in. If the file is gone, take the link out or put the file back."
      )
    case .linkLeavesCourse(let destination, let nearest):
      Wording(
        "link-leaves-course", .error,
        "Links stay inside the course folder; `\(shortened(destination))` leads out of it.",
        didYouMean(nearest) ?? "Put the file into the course, or link a page on the web.")
    case .unknownAnchor(let anchor, let file, let nearest):
      Wording(
        "unknown-anchor", .error,
        "A link leads to a heading; `\(file)` has none with the id `\(shortened(anchor))`.",
        "\(nearest.map { "Did you mean `#\($0)`?" } ?? "The id of a heading is its text in lower case with hyphens for blanks.")"
      )
    case .unknownUnit(let name, let nearest):
      Wording(
        "unknown-unit", .error,
        "A unit is named by its id or its path; there is no `\(shortened(name))`.",
        "\(didYouMean(nearest) ?? "The id is the `id:` in the unit's front matter, or its file name without .md.")"
      )
    case .unknownSkill(let name, let nearest):
      Wording(
        "unknown-skill", .error,
        "Skills are declared in `course.md`; `\(shortened(name))` is not.",
        "\(didYouMean(nearest) ?? "Add it to `skills:` there: `\(shortened(name)) = What to call it`.")"
      )
    case .repeatedUnit(let id, let other):
      Wording(
        "repeated-unit", .error,
        "Each unit has an id of its own; `\(id)` is also the id of \(other).",
        "Add or change `id:` in the front matter of one of them.")
    case .notInOutline:
      Wording(
        "not-in-outline", .warning,
        "A unit can be found in the outline; no list in `course.md` and no other unit leads to this one.",
        "Add it to `course.md`, or take the file out of the course.")
    case .callsItself(let path):
      Wording(
        "calls-itself", .error,
        "A unit never comes to call itself: \(path.joined(separator: " → ")).",
        "Take one of these links out, or link a job aid.")
    case .callNeedsUnit(let path):
      Wording(
        "call-needs-unit", .error,
        "A choice plays a lesson, a scenario, a checklist, an assessment or a job aid; `\(shortened(path))` is none of them.",
        "Link a unit that can be played.")
    case .allowedNoRule(let rule, let nearest):
      Wording(
        "allow-unknown", .warning,
        "`allow:` names a rule; there is no `\(shortened(rule))`.",
        "\(didYouMean(nearest) ?? "The name of a rule stands in square brackets behind each finding.")"
      )
    case .allowedError(let rule):
      Wording(
        "allow-error", .warning,
        "`allow:` is for warnings and advice; `\(rule)` is an error.",
        "Mend what it names, and take it out of `allow:`.")
    case .allowedWithoutReason(let rule):
      Wording(
        "allow-without-reason", .warning,
        "What a file allows, it gives a reason for; `\(rule)` has none and is not allowed.",
        "Write why: `allow: \(rule) = the reason`.")
    case .allowedForNothing(let rule):
      Wording(
        "allow-unused", .warning,
        "`allow:` names what the file breaks; nothing here breaks `\(rule)`.",
        "Take it out of `allow:`.")
    case .breach(let breach):
      Wording(breach.rule, breach.severity, breach.message, breach.help)
    }
  }
}

private func didYouMean(_ nearest: String?) -> String? {
  nearest.map { "Did you mean `\($0)`?" }
}

/// Where the questions come from, behind their number.
private func words(_ pool: Problem.DrawnPool) -> String {
  switch pool {
  case .assessment: ""
  case .section(let section): " in `\(shortened(section))`"
  case .skill(let skill, let section):
    " with the skill `\(shortened(skill))` in `\(shortened(section))`"
  case .rest(let section): " in `\(shortened(section))` that its draws by skill leave over"
  }
}

/// The author's own words, short enough for a message.
private func shortened(_ text: String) -> String {
  let words = Words.split(text).joined(separator: " ")
  return words.count <= 60 ? words : words.prefix(57) + "…"
}

extension ExchangeLoss {
  /// What was not carried, and what happened instead.
  package var wording: String {
    switch self {
    case .noSuchType(let type, let format):
      "\(format) has no questions that are answered with \(type). The question was left out."
    case .notUnderstood(let text):
      "This is not understood: “\(Self.short(text))”. It was left out."
    case .noKey: "The question does not say which answer is right. It was left out."
    case .noAnswers: "The question has no answers. It was left out."
    case .tooFew(let what): "The question has fewer than two \(what). It was left out."
    case .tooManyInteractions(let count):
      "The question has \(count) places to answer, and one is possible here. It was left out."
    case .interaction(let name): "There is no question type for “\(name)” here. It was left out."
    case .cannotBeWritten:
      "The question cannot be written so that it reads back the same. It was left out."
    case .missingItem(let path, let reason):
      "The item “\(Self.short(path))” cannot be used: \(reason). It was left out."
    case .points(let points, let format):
      "\(format) has no place for points. The question is not marked as worth \(points)."
    case .marking(let difference): "It is marked in another way. \(difference)"
    case .partialCredit(let option, let percent):
      "“\(Self.short(option))” earned \(percent) % of the points. It counts as wrong."
    case .severalKeys:
      "Each of several options was right by itself. All of them must be ticked now."
    case .otherAnswers(let answers):
      "One number is possible as an answer. The others were left out:"
        + " \(Self.list(answers))."
    case .number(let text):
      "“\(Self.short(text))” is no number with up to 12 digits before and 6 after the point."
        + " The question was left out."
    case .rounded(let text):
      "The range \(Self.short(text)) has more digits than can be kept. It was rounded outwards."
    case .unit(let unit):
      "The unit “\(Self.short(unit))” is not part of the answer there. It was put behind the"
        + " question's text."
    case .zeroRange(let format):
      "\(format) takes no numbers at or near zero. The question asks for the words instead."
    case .tolerance(let text):
      "The tolerance \(text) does not fit there. Only the exact number is right."
    case .caseMatters:
      "Capitals mattered in the answer. They do not matter here."
    case .wildcard(let text):
      "“\(Self.short(text))” has a * that stood for any words. It is read as it stands."
    case .bar(let text):
      "“\(Self.short(text))” has a |, which parts answers here. It was replaced with /."
    case .hints(let count, let format):
      "\(format) has no place for hints. \(count == 1 ? "The hint was" : "\(count) hints were")"
        + " left out."
    case .feedbackJoined(let what):
      "\(what) has no place of its own. It stands in the explanation that is shown afterwards."
    case .rubricAsText(let format):
      "\(format) has no place for a rubric. It stands in the feedback."
    case .rubricMissing:
      "The free answer came without a rubric. It has one line now: write what a good answer does."
    case .formatting(let what): "\(what) has formatting that cannot be kept. The words are there."
    case .markup(let name): "“\(Self.short(name))” has no counterpart. Its words are there."
    case .image(let source):
      "The image “\(Self.short(source))” is named and not copied. Copy it to that place."
    case .mathematics: "There is TeX between $ signs. It is shown as it was typed."
    case .reworded(let text):
      "“\(Self.short(text))” would read as an instruction to the program. “Please” stands before it."
    case .repeated(let text):
      "“\(Self.short(text))” occurs twice, which is refused there. The second has a number behind it."
    case .distractors(let texts):
      "Every right side needs a left one. Left out: \(Self.list(texts))."
    case .quote: "A block quote in a question would be its explanation. It is plain text now."
    case .arrow(let text):
      "“\(Self.short(text))” has ->, which parts pairs there. It was replaced with →."
    case .withoutWords: "A text without words is refused there. It is “…” now."
    case .titles(let titles, let format):
      "\(format) has no place for the titles of the two columns, “\(Self.short(titles))”. They were"
        + " left out."
    case .keepOrder(let format):
      "\(format) cannot keep the options of one question in order. They may be shuffled."
    case .fixedOption: "One option kept its place while others moved. All may move now."
    case .skill(let name, let format):
      "\(format) has no place for the skill “\(name)”. It was left out."
    case .tags(let names):
      "A question counts for one skill at most. Left out: \(Self.list(names))."
    case .setting(let name, let format):
      "\(format) has no place for “\(name)”. Set it where the questions are used."
    case .sourceSetting(let name):
      "The setting “\(Self.short(name))” has no counterpart. It was left out."
    case .drawNeedsEqualPoints(let section):
      "Only questions of equal worth can be drawn there. All of “\(Self.short(section))” are asked."
    case .draw(let section, let format):
      "\(format) cannot draw questions. All of “\(Self.short(section))” were written."
    case .skillDraw(let section, let format):
      "\(format) cannot draw by skill. “\(Self.short(section))” draws as many from all its questions."
    case .textLeftOver(let text):
      "“\(Self.short(text))” stands after the last question. It was left out."
    case .code: "Code that makes questions is not run. It was left out."
    case .newerThan(let program):
      "This type is known to \(program), and to few other programs. It was written all the same."
    }
  }

  private static func short(_ text: String) -> String {
    let line = Words.split(text).joined(separator: " ")
    return line.count <= 60 ? line : line.prefix(59) + "…"
  }

  private static func list(_ texts: [String]) -> String {
    let shown = texts.prefix(5).map { "“\(short($0))”" }.joined(separator: ", ")
    return texts.count <= 5 ? shown : shown + " and \(texts.count - 5) more"
  }
}

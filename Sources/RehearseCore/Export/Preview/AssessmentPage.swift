/// An assessment: its rules, how far luck decides, and every question with its key.
struct AssessmentPage {
  let course: PreviewCourse
  let text: PreviewText
  let assessment: Assessment

  func write(_ page: inout PreviewPage) -> [PreviewFindings.Landmark] {
    if !assessment.introduction.isEmpty {
      page.add(
        "introduction", "Introduction", isEnglish: false,
        text.blocks(assessment.introduction, level: 3))
    }
    guard !assessment.isSealed else {
      page.add(
        "marking", "Marking",
        rules + "<p>This assessment is sealed. Its key is where it was packed.</p>\n")
      return []
    }
    page.add("marking", "Marking", rules + chances)
    var ids = HeadingIds()
    var landmarks: [PreviewFindings.Landmark] = []
    var number = 0
    let draws = assessment.drawCounts
    for (section, draw) in zip(assessment.sections, draws) {
      let title = section.title.isEmpty ? "Questions" : section.title
      let anchor = ids.take(section.title.isEmpty ? "questions" : Slug.of(section.title))
      let count = section.questions.count
      let questions = PreviewWords.count(count, "question")
      let drawn =
        draw < count
        ? "An attempt draws \(draw) of these \(questions)\(bySkill(section))."
        : "An attempt has all of this: \(questions)."
      var html: HTML = """
        <p class="soft"\(course.english)>\(drawn)</p>
        \(text.blocks(section.introduction, level: 3))
        """
      landmarks.append(
        PreviewFindings.Landmark(
          line: section.range.start.line, id: PreviewLinks.id(anchor), title: title))
      for question in section.questions {
        number += 1
        let id = PreviewLinks.id(ids.take(question.id))
        html += QuestionSection(course: course, text: text, question: question)
          .html(number: number, id: id)
        landmarks.append(
          PreviewFindings.Landmark(
            line: question.range.start.line, id: id, title: "question \(number)"))
      }
      page.addAuthored(anchor, title, html)
    }
    return landmarks
  }

  /// ` (6 for Discovery, 3 for Rapport)`, where the draw says so.
  private func bySkill(_ section: Assessment.Section) -> String {
    guard !section.skillDraws.isEmpty else { return "" }
    let parts = section.skillDraws.map { "\($0.count) for \(course.skill($0.skill))" }
    return " (\(parts.joined(separator: ", ")))"
  }

  private var rules: HTML {
    let drawn = assessment.drawCounts.reduce(0, +)
    var rows: HTML = """
      <dt>Questions</dt><dd>\(drawn) in an attempt, of \(assessment.questionCount)</dd>
      <dt>Pass mark</dt><dd>\(assessment.passMark.description)\
      \(assessment.sectionPassMark.map { ", and each section \($0.description)" } ?? "")</dd>

      """
    if let limit = assessment.attempts {
      let wait = limit.waitDays.map { ", then a wait of \($0) day\($0 == 1 ? "" : "s")" } ?? ""
      rows += "<dt>Attempts</dt><dd>\(limit.count)\(wait)</dd>\n"
    } else {
      rows += "<dt>Attempts</dt><dd>as many as the learner likes</dd>\n"
    }
    if let limit = assessment.timeLimit {
      rows += "<dt>Time limit</dt><dd>\(limit) minutes</dd>\n"
    }
    let feedback =
      switch assessment.feedback {
      case .atOnce: "after each question"
      case .atTheEnd: "at the end"
      }
    let confidence =
      assessment.asksConfidence
      ? "The learner is asked how sure they are: 1, 2 or 3 points if right, 0, −2 or −6 if wrong,"
        + " shown beside the score and not counted in it."
      : "not asked"
    rows += """
      <dt>Feedback</dt><dd>\(feedback)</dd>
      <dt>Confidence</dt><dd>\(confidence)</dd>

      """
    return "<dl class=\"facts\">\n\(rows)</dl>\n"
  }

  private var chances: HTML {
    guard let statistics = ExamStatistics(assessment) else {
      return "<p>How far luck decides would take too long to work out here.</p>\n"
    }
    func row(_ name: String, _ chance: ExamStatistics.Chance) -> HTML {
      let again: HTML =
        chance.withRetakes.map { "<td>\(ExamStatistics.Chance.percent($0))</td>" } ?? ""
      return """
        <tr><th scope="row">\(name)</th><td>\(ExamStatistics.Chance.percent(chance.once))</td>\
        \(again)</tr>

        """
    }
    func row(_ learner: ExamStatistics.Learner, _ place: String) -> HTML {
      row("Solves \(learner.share.description) of the questions (\(place))", learner.passes)
    }
    let retakes: HTML =
      statistics.attempts.map { count -> HTML in
        "<th scope=\"col\">In \(count) attempt\(count == 1 ? "" : "s")</th>"
      } ?? ""
    let nearly =
      statistics.isExact ? "" : ", nearly: the pool is too large to follow each draw"
    return """
      <table>
      <caption>Who passes</caption>
      <thead><tr><th scope="col">Learner</th><th scope="col">Once</th>\(retakes)</tr></thead>
      <tbody>
      \(row(statistics.under, "10 points under the mark"))\
      \(row(statistics.at, "at the mark"))\(row(statistics.over, "10 points over the mark"))\
      \(row("Answers by chance alone", statistics.guessing))</tbody>
      </table>
      <p class="soft">The chance to pass\(nearly). Each question is taken to be solved whole or not at all, none \
      depending on another, and attempts to be independent.</p>

      """
  }
}

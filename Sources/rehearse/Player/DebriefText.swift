import RehearseCore
import RehearseStore

/// The debrief of a scenario: path, points, feedback that was held back, meters, skills, the
/// learner's own words beside what they then chose, and whether it passes and why.
struct DebriefText {
  let place: Workplace
  let course: OpenCourse

  func show(_ debrief: Debrief) {
    place.heading("Debrief: \(debrief.title)")
    for (index, decision) in debrief.decisions.enumerated() {
      show(decision, number: index + 1, in: debrief)
    }
    for question in debrief.questions { MarkedQuestionText(place: place).show(question) }
    turningPoint(debrief)
    meters(debrief)
    guard let result = debrief.result else {
      place.blank()
      place.write("This attempt has not come to an end, so it has no result.")
      return
    }
    guard result.kind == .scenario else {
      ResultText(place: place, skills: course.outline.skills).show(result)
      return
    }
    place.heading("Result")
    if let ending = result.ending {
      place.write(
        StyledText("It ended in ") + StyledText(ending.kind.word, ending.kind.role)
          + StyledText(": \(ending.title)."))
    }
    let text = ResultText(place: place, skills: course.outline.skills)
    text.score(result)
    text.skillLines(result)
    for inner in debrief.inner where inner.outOf != nil {
      place.write(
        StyledText(
          "Along the way: \(course.units[inner.path]?.title ?? inner.path),"
            + " \(inner.points.description) of \(inner.outOf?.description ?? "")."))
    }
  }

  private func show(_ decision: Decision, number: Int, in debrief: Debrief) {
    let glyphs = place.theme.glyphs
    place.blank()
    var line = StyledText("\(number). \(decision.sceneTitle)", .strong)
    if decision.isCritical {
      line += StyledText(" (critical mistake)", .bad)
    } else {
      line += StyledText(
        " (\(decision.points.writtenAsChange(glyphs)))", decision.points > 0 ? .good : .dim)
    }
    place.write(line)
    if let words = decision.ownWords, !words.isEmpty {
      place.write(StyledText("Your words: ", .dim) + StyledText(words), first: "   ", rest: "     ")
    }
    place.write(
      StyledText("You chose: ", .dim) + StyledText(decision.text.plainText), first: "   ",
      rest: "     ")
    if let review = debrief.reviews[number - 1] { show(review, of: decision) }
    // In practice the coach spoke at once; here it is the first time, or worth a second look.
    if !decision.feedback.isEmpty {
      place.write(
        decision.feedback, lead: StyledText("Coach: ", .dim), first: "   ", indent: "     ")
    }
  }

  /// What was best, and what the choice cost.
  private func show(_ review: DecisionReview, of decision: Decision) {
    switch review.cost {
    case .points(0) where review.earnsLessAtOnce:
      place.write(
        StyledText(
          "It cost nothing: another choice earned more here, but after this one as many points were"
            + " still within reach.", .good), first: "   ", rest: "     ")
    case .points(0):
      place.write(
        StyledText("Nothing better was within reach.", .good), first: "   ", rest: "     ")
    case .points(let cost):
      best(review, decision)
      place.write(
        StyledText("It cost: ", .dim)
          + StyledText("\(Points(cost).written) of what was within reach", .caution),
        first: "   ", rest: "     ")
    case .everything:
      best(review, decision)
      place.write(
        StyledText("It cost: ", .dim)
          + StyledText("every ending that could still have passed", .bad),
        first: "   ", rest: "     ")
    }
  }

  private func best(_ review: DecisionReview, _ decision: Decision) {
    for choice in decision.offered where review.best.contains(choice.index) {
      place.write(
        StyledText("Best: ", .dim) + StyledText(choice.text.plainText), first: "   ", rest: "     ")
    }
  }

  private func turningPoint(_ debrief: Debrief) {
    let glyphs = place.theme.glyphs
    if let index = debrief.turningPoint {
      let decision = debrief.decisions[index]
      place.heading("The turning point: \(index + 1). \(decision.sceneTitle)")
      let line = debrief.bestLine(from: index)
      if !line.isEmpty { place.write("The best line from there:") }
      for step in line {
        guard let choice = step.choice else { continue }
        place.write(
          StyledText("\(step.scene): ", .dim) + StyledText(choice), first: "   \(glyphs.bullet) ",
          rest: "     ")
      }
    }
    if let reason = debrief.endingReason {
      place.blank()
      place.write(EndingReasonText(reason: reason, debrief: debrief, glyphs: glyphs).text)
    }
  }

  private func meters(_ debrief: Debrief) {
    let moving = debrief.meters.filter { Set($0.values).count > 1 }
    guard !moving.isEmpty else { return }
    place.heading("Over the conversation")
    // Numbered as they are above, where those of other scenarios stand between them.
    let own = debrief.decisions.enumerated().filter { $0.element.unit == debrief.unit }
    let chart = MeterChart(
      meters: moving.map { MeterChart.Meter(name: $0.name, range: $0.range) },
      steps: (["start"] + own.map { "\($0 + 1). \($1.sceneTitle)" }).enumerated().map {
        index, label in
        MeterChart.Step(label: label, values: moving.map { $0.values[index] })
      })
    place.console.write(chart.lines(width: place.console.measure, theme: place.theme))
  }
}

import RehearseCore
import RehearseStore

/// The whole course with bars.
struct ProgressText {
  let place: Workplace

  func show(_ course: OpenCourse, _ progress: CourseProgress) {
    place.heading("Where I stand: \(course.title)")
    let width = min(progress.sections.map { DisplayWidth.of($0.title) }.max() ?? 0, 36)
    for section in progress.sections {
      let counted = section.units.filter(\.counts)
      guard !counted.isEmpty else { continue }
      let done = counted.count(where: \.isDone)
      let bar = Bar(value: done, in: 0...counted.count).drawn(place.theme.glyphs)
      if width + 26 > place.console.measure {
        place.write(StyledText("\(section.title): \(done) of \(counted.count)"), rest: "  ")
      } else {
        place.console.writeLine(
          StyledText(section.title).padded(to: width)
            + StyledText("  \(bar)  \(done) of \(counted.count)"))
      }
    }
    place.blank()
    for unit in progress.counted where unit.attempts > 0 {
      var text = StyledText(unit.title + ": ")
      switch unit.state {
      case .done: text += StyledText("done", .good)
      case .notPassed: text += StyledText("not passed yet", .caution)
      case .inProgress: text += StyledText("begun", .caution)
      case .awaitingMarking: text += StyledText("awaiting marking", .caution)
      case .mayBeSkipped: text += "may be skipped"
      case .notBegun: text += "begun and left"
      }
      if let share = unit.best?.percentHundredths {
        text += StyledText(", best \(Percent(hundredths: share).description)")
      }
      text += StyledText(unit.attempts == 1 ? ", 1 attempt" : ", \(unit.attempts) attempts", .dim)
      place.write(text, rest: "  ")
    }
    let left = progress.counted.count - progress.doneCount
    place.write(
      left == 0
        ? "Every unit is done."
        : "\(left) of \(progress.counted.count) units to go"
          + (progress.minutesLeft > 0
            ? ", about \(HomeScreen.duration(progress.minutesLeft))." : "."))
  }
}

import RehearseCore
import Testing

/// Mistakes that trainers make, who are no programmers: each must be found on its line, and what the
/// finding says must mend it.
@Suite struct MistakeTests {
  static let all: [Mistake] =
    Mistake.links + Mistake.directives + Mistake.conditions + Mistake.scenes + Mistake.pasted
    + Mistake.plays + Mistake.frontMatter + Mistake.checklists + Mistake.questions
    + Mistake.outlines + Mistake.certifications + Mistake.files

  @Test func theCoursesAreRight() {
    #expect(
      CourseReview.diagnostics(in: SampleCourse.frontDesk.files).map(MistakeTrial.words) == [])
    let shipped = CourseReview.diagnostics(in: SampleCourse.shipped.files)
    #expect(shipped.filter { $0.severity == .error }.map(MistakeTrial.words) == [])
  }

  @Test func thereAre200() {
    #expect(Self.all.count >= 200)
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }

  @Test func nearlyAllAreFoundAndMended() {
    var known: [SampleCourse: [String]] = [:]
    for course in [SampleCourse.frontDesk, .shipped] {
      known[course] = CourseReview.diagnostics(in: course.files).map(MistakeTrial.words)
    }
    var misses: [String] = []
    var crowded: [String] = []
    for mistake in Self.all {
      var trial = MistakeTrial(mistake, known: known[mistake.file.course] ?? [])
      do {
        try trial.run()
        if !trial.others.isEmpty {
          crowded.append(
            "\(mistake.name)\n    "
              + trial.others.map(MistakeTrial.words).joined(separator: "\n    "))
        }
      } catch {
        misses.append("\(mistake.name): \(error)")
      }
    }
    let held = Self.all.count - misses.count
    print("Mistakes: \(held) of \(Self.all.count) are found on their line and mended.")
    for miss in misses { print("- \(miss)") }
    print("More than one finding for \(crowded.count):")
    for mistake in crowded { print("- \(mistake)") }
    #expect(held >= Self.all.count - 5)
  }
}

import Testing

@testable import RehearseCore

/// What every course that ships keeps as a whole.
@Suite struct ShippedCourseTests {
  @Test func thereAreThree() {
    #expect(ShippedCourses.names == ["authoring", "consulting", "support-desk"])
  }

  @Test(arguments: ShippedCourses.names)
  func checkFindsNothingToMend(_ name: String) {
    let findings = reviewCourse(ShippedCourses.files(of: name)).filter { $0.severity != .advice }
    #expect(lines(findings) == [])
  }

  /// Each unit says what it is for and how long it takes, and each silenced rule why.
  @Test(arguments: ShippedCourses.units)
  func eachUnitSaysWhatItIsFor(_ shipped: ShippedCourses.Shipped) {
    let about = shipped.unit.about
    #expect(about.why?.isEmpty == false)
    #expect(about.kind == .course || about.minutes != nil)
    for allowance in about.allowances {
      #expect(allowance.reason.split(separator: " ").count >= 4, "\(allowance)")
    }
  }

  /// Questions that give their answer away are mended and never silenced.
  private static let cues: [Rule] = [
    .absoluteDistractors, .allOfTheAbove, .convergingOptions, .grammarCue, .hintGivesAnswer,
    .keyInOtherQuestion, .keyOftenLongest, .keyPlace, .keyRepeatsStem, .longestKey,
    .middleNumber, .overlappingOptions, .repeatedOption, .sameTruth, .statedCount,
  ]

  @Test(arguments: ShippedCourses.assessments)
  func noQuestionGivesItsAnswerAway(_ shipped: ShippedCourses.Shipped) {
    let ids = Set(Self.cues.map(\.id))
    #expect(shipped.unit.about.allowances.filter { ids.contains($0.rule) } == [])
    let findings = reviewCourse(ShippedCourses.files(of: shipped.course), by: Self.cues)
    #expect(
      lines(findings.filter { $0.file == shipped.unit.about.path && ids.contains($0.rule) }) == [])
  }

  @Test(arguments: ShippedCourses.assessments)
  func whoIsTenPointsShortSeldomPasses(_ shipped: ShippedCourses.Shipped) throws {
    let assessment = try #require(shipped.unit.assessment)
    let statistics = try #require(ExamStatistics(assessment))
    let chance = try #require(statistics.under.passes.withRetakes, "attempts have no limit")
    #expect(statistics.isExact)
    #expect(chance < 0.1, "\(statistics.under)")
    // And whoever is ten points over it is not sent away: most pass at once.
    #expect(statistics.over.passes.once > 0.6, "\(statistics.over)")
  }

  /// Of what one draw asks, the next asks less than half again.
  @Test(arguments: ShippedCourses.assessments)
  func twoDrawsDiffer(_ shipped: ShippedCourses.Shipped) throws {
    let assessment = try #require(shipped.unit.assessment)
    for (section, draw) in zip(assessment.sections, assessment.drawCounts) {
      for pool in section.pools(drawing: draw) {
        #expect(
          2 * pool.draw < pool.questions.count,
          "\(section.title): \(pool.draw) \(pool.skill ?? "") of \(pool.questions.count)")
      }
    }
  }

  /// A person would have to mark it, and it could not be handed out sealed.
  @Test(arguments: ShippedCourses.assessments)
  func nothingIsMarkedByTheLearner(_ shipped: ShippedCourses.Shipped) throws {
    let assessment = try #require(shipped.unit.assessment)
    for question in assessment.sections.flatMap(\.questions) {
      if case .free = question.form { Issue.record("\(question.id) is a free answer") }
    }
  }

  // MARK: The exercises of the authors' course

  private static let exercises = ShippedCourses.units.filter { shipped in
    guard case .lesson(let blocks) = shipped.unit.content else { return false }
    return !Exercise(blocks).files.isEmpty
  }

  @Test func thereAreExercises() { #expect(Self.exercises.count >= 8) }

  /// What is handed out has something to mend, and mended as its job aid says, nothing.
  @Test(arguments: exercises)
  func exercisesCanBeMended(_ shipped: ShippedCourses.Shipped) throws {
    guard case .lesson(let blocks) = shipped.unit.content else { return }
    var files: [String: String] = [:]
    for file in Exercise(blocks).files { files[file.path] = file.text }
    #expect(!reviewCourse(files).isEmpty)
    let aid = try #require(
      ShippedCourses.units.first {
        $0.course == shipped.course && $0.unit.about.path == "mended/\(shipped.unit.about.id).md"
      })
    guard case .aid(let mends) = aid.unit.content else {
      Issue.record("no job aid")
      return
    }
    for file in Exercise(mends).files { files[file.path] = file.text }
    #expect(lines(reviewCourse(files)) == [])
  }
}

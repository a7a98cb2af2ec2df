import Testing

@testable import RehearseCore
@testable import rehearse

@Suite struct ResultTextTests {
  private func shown(_ result: UnitResult, columns: Int = 80) throws -> String {
    try Rehearsal(columns: columns).typing { room in
      ResultText(place: room.place, skills: []).show(result)
    }
  }

  private func exam(_ points: Int, _ sections: (String, Bool)...) -> UnitResult {
    var result = UnitResult(path: "exam.md", kind: .assessment, status: .finished)
    result.points = Points(points)
    result.outOf = Points(10)
    result.passMark = Percent(hundredths: 7_000)
    result.passed = false
    result.sections = sections.map {
      UnitResult.SectionScore(
        title: $0.0, points: Points($0.1 ? 4 : 1), outOf: Points(5), isPassed: $0.1)
    }
    return result
  }

  @Test func eachMarkThatWasNotReachedIsNamedTheWholeFirst() throws {
    #expect(
      try shown(exam(2, ("Asking", false), ("Saying", false))).replacing("\n", with: " ").contains(
        "Not passed: the pass mark is 70%, and the sections “Asking” and “Saying” are under their"
          + " marks."))
    #expect(
      try shown(exam(5, ("Asking", true), ("Saying", false))).contains(
        "Not passed: the pass mark is 70%, and the section “Saying” is under its mark."))
    #expect(
      try shown(exam(8, ("Asking", true), ("Saying", false))).contains(
        "Not passed: the section “Saying” is under its mark."))
    #expect(
      try shown(exam(8, ("A", false), ("B", false), ("C", false))).contains(
        "Not passed: the sections “A”, “B” and “C” are under their marks."))
    #expect(
      try shown(exam(5, ("Asking", true))).contains("Not passed: the pass mark is 70%.\n"))
  }

  /// One line that leaves no room for a bar takes it from all.
  @Test(arguments: [("Discovery", true), ("Discovery of a cause", false)])
  func theLinesOfAListAreLaidOutAlike(_ title: String, hasBars: Bool) throws {
    var result = exam(5, ("Asking", true))
    result.skills = [(title, 13), ("rapport", 12)].map {
      UnitResult.SkillScore(skill: $0.0, points: Points(6), outOf: Points($0.1))
    }
    let shown = try shown(result, columns: 40)
    #expect(shown.contains("\(title): 46.15%") != hasBars, "\(shown)")
    #expect(shown.contains("rapport: 50%") != hasBars, "\(shown)")
  }
}

import RehearseCore
import Testing

@Suite struct QuickFixTests {
  static let cases = FindingTests.cases

  /// Where a finding says “did you mean”, its mend takes the finding away.
  @Test func theMendOfANearMissMends() throws {
    var mended = 0
    for example in Self.cases {
      var files = example.course ?? ["course.md": EditedCourse.cover]
      files[example.path] = MarkedText(example.broken).text
      var manuscript = Manuscript()
      manuscript.update(files)
      for diagnostic in manuscript.diagnostics where diagnostic.rule == example.rule {
        guard let page = manuscript.pages[diagnostic.file], let fix = page.fix(for: diagnostic)
        else { continue }
        files[diagnostic.file] = String(decoding: page.text.applying([fix.edit]), as: UTF8.self)
        var changed = manuscript
        changed.update(files)
        #expect(
          changed.diagnostics.count { $0.rule == diagnostic.rule && $0.file == diagnostic.file }
            < manuscript.diagnostics.count {
              $0.rule == diagnostic.rule && $0.file == diagnostic.file
            }, "\(fix.title): \(changed.diagnostics)")
        mended += 1
        break
      }
    }
    #expect(mended >= 8, "\(mended)")
  }

  @Test(arguments: [
    ("- [end](#⟦ende⟧)", "end"), ("- [ende](#⟦ende⟧)", "end"),
    ("- [a](#end) `⟦pionts 5⟧`", "points 5"), ("- [a](#end) `if ⟦trsut⟧ > 5`", "trust"),
    ("- [a](units/⟦pages.md⟧), then [b](#end)", "page.md"),
    ("- [a](#end) `passed`\n- [b](#end) `if passed ⟦raeding⟧`", "reading"),
    ("- [a](#end) ⟦points 5⟧", "`points 5`"), ("**⟦Myaa⟧:** Hello.\n\n- [a](#end)", "Maya"),
  ])
  func exactlyTheSlipIsReplaced(_ body: String, _ right: String) throws {
    let course = EditedCourse(
      scenarioText("## One\n\n" + body + endScene), others: ["units/page.md": lessonPage])
    let page = try #require(course.manuscript.pages["talk.md"])
    let fixes = course.manuscript.diagnostics.filter { $0.file == "talk.md" }
      .compactMap { page.fix(for: $0) }
    let wanted =
      body.contains("units/") ? course.marks[0].lowerBound - 6 : course.marks[0].lowerBound
    #expect(
      fixes.map(\.edit) == [
        TextEdit(
          wanted..<course.marks[0].upperBound, body.contains("units/") ? "units/page.md" : right)
      ])
  }

  @Test func aFindingWithoutANearMissHasNoMend() throws {
    let course = EditedCourse(scenarioText("## One\n\n- [a](#somewhere-else-entirely)" + endScene))
    let page = try #require(course.manuscript.pages["talk.md"])
    #expect(!course.manuscript.diagnostics.isEmpty)
    #expect(course.manuscript.diagnostics.allSatisfy { page.fix(for: $0) == nil })
  }
}

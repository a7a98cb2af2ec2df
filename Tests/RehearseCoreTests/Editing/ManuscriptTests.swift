import RehearseCore
import Testing

@Suite struct ManuscriptTests {
  static let files = CourseReaderTests.files

  @Test func onlyWhatChangedIsReadAgain() {
    func errors(_ manuscript: Manuscript) -> [String] {
      manuscript.diagnostics.filter { $0.severity == .error }.map(\.rule)
    }
    var manuscript = Manuscript()
    var files = Self.files
    manuscript.update(files)
    #expect(manuscript.readAnew.count == 3 && errors(manuscript).isEmpty)
    manuscript.update(files)
    #expect(manuscript.readAnew.isEmpty)
    files["b/page.md"]? += "\n[x](nowhere.md)\n"
    manuscript.update(files)
    #expect(manuscript.readAnew == ["b/page.md"])
    #expect(errors(manuscript) == ["missing-file"])
    files["b/nowhere.md"] = ""
    files["b/page.md"] = Self.files["b/page.md"]
    files["b/talk.md"] = nil
    manuscript.update(files)
    #expect(
      manuscript.readAnew == ["b/page.md", "b/nowhere.md"] && manuscript.pages["b/talk.md"] == nil)
  }

  /// What is worth how much depends on other files as well: on what they are called and play.
  @Test func whatWasFoundOfAScenarioIsForgottenWithWhatItDependsOn() {
    var files = [
      "course.md": unitText("course", "- [A](a.md)\n- [B](b.md)"),
      "a.md": scenarioText(
        "## One\n\n- [x](#end) `points 3` `if passed gate`\n- [y](b.md)\n- [z](#end)" + endScene),
      "b.md": scenarioText("## One\n\n- [x](#end)" + endScene, front: "id: gate"),
    ]
    var manuscript = Manuscript()
    func isOffered() -> Bool? {
      manuscript.update(files)
      return manuscript.facts(of: ChoicePlace(scene: 0, choice: 0), in: "a.md")?.isOffered
    }
    #expect(isOffered() == true)
    files["a.md"] = scenarioText("## One\n\n- [x](#end) `if trust > 90`\n- [z](#end)" + endScene)
    #expect(isOffered() == false)
    files["a.md"] = scenarioText("## One\n\n- [x](#end) `if trust > 20`\n- [z](#end)" + endScene)
    #expect(isOffered() == true)
    // With errors nothing is known.
    files["a.md"] = scenarioText("## One\n\n- [x](#edn)\n- [z](#end)" + endScene)
    #expect(isOffered() == nil)
  }

  /// Whatever was read before, the findings are those of `check`.
  @Test func theFindingsAreThoseOfCheck() {
    var manuscript = Manuscript()
    var random = Generator(seed: 3)
    var files = Self.files
    for _ in 0..<60 {
      let path = files.keys.sorted()[random.next(below: files.count)]
      var text = Array((files[path] ?? "").unicodeScalars)
      let place = random.next(below: text.count + 1)
      if random.next(below: 2) == 0 || place == text.count {
        text.insert(["#", "\n", "`", "x", "[", "é"][random.next(below: 6)], at: place)
      } else {
        text.remove(at: place)
      }
      files[path] = text.map { String($0) }.joined()
      manuscript.update(files)
      let reading = readCourse(files)
      let whole = CourseReview.diagnostics(of: reading) { path in
        .success(Array((files[path] ?? "").utf8))
      }
      #expect(manuscript.diagnostics == whole)
    }
  }

  @Test func withoutACoverTheFilesAreReadAllTheSame() {
    var manuscript = Manuscript()
    var files = Self.files
    files["course.md"] = nil
    manuscript.update(files)
    #expect(manuscript.diagnostics.map(\.rule) == ["no-cover"])
    #expect(manuscript.pages["b/talk.md"]?.scenario?.scenes.count == 2)
  }

  @Test func aFileOfNoCourseSaysNothingUnlessItIsAUnit() {
    var manuscript = Manuscript()
    manuscript.update(alone: "notes.md", bytes: Array("# Just Markdown\n".utf8))
    #expect(manuscript.diagnostics.isEmpty)
    manuscript.update(alone: "talk.md", bytes: Array("---\nkind: scenario\n---\n".utf8))
    #expect(manuscript.diagnostics.map(\.rule).sorted() == ["missing-field", "no-scenes"])
  }

  /// Anything at all can stand in an editor, and anything can be asked about it.
  @Test func hostileTextsAreAnswered() {
    let corpus = FuzzFiles.markdown(under: MarkdownMarksTests.package + "/courses")
    for seed in 0..<UInt64(FuzzFiles.number("REHEARSE_FUZZ_EDITS") ?? 60) {
      let input = FuzzInput(seed: seed &+ 77_000, corpus: corpus)
      let begun = FuzzFiles.processorTime
      var manuscript = Manuscript()
      manuscript.update(paths: ["course.md", "talk.md"]) { path in
        .success(path == "talk.md" ? input.bytes : Array(EditedCourse.cover.utf8))
      }
      var random = Generator(seed: seed)
      for _ in 0..<3 {
        let offset = random.next(below: input.bytes.count + 1)
        let found = manuscript.completions(at: offset, in: "talk.md")
        #expect(found.allSatisfy { $0.range.upperBound <= input.bytes.count })
        if let mention = manuscript.mention(at: offset, in: "talk.md") {
          _ = manuscript.declarations(of: mention.referent)
          _ = try? manuscript.rename(mention.referent, to: "another")
        }
        _ = manuscript.hover(at: offset, in: "talk.md")
      }
      for diagnostic in manuscript.diagnostics.prefix(50) {
        _ = manuscript.pages[diagnostic.file]?.fix(for: diagnostic)
      }
      #expect(
        FuzzFiles.processorTime - begun < .seconds(FuzzFiles.patience), "\(input)")
    }
  }
}

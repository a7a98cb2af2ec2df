import Testing

@testable import RehearseCore

@Suite struct ResultSummaryTests {
  private var summary: ResultSummary {
    var result = UnitResult(path: "exam.md", kind: .assessment, status: .finished)
    result.hasCriticalMistake = true
    result.sections = [
      .init(title: "Price, “plain”", points: Points(1), outOf: Points(3), isPassed: false)
    ]
    result.skills = [
      .init(skill: "candour", points: Points(units: 480_480), outOf: Points(2)),
      .init(skill: "price", points: Points(1), outOf: nil),
    ]
    return ResultSummary(result)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    #expect(
      summary.text == """
        {"critical":true,"sections":[{"outOf":2162160,"points":720720,"title":"Price, “plain”"}],\
        "selfMarked":false,"skills":[{"outOf":1441440,"points":480480,"skill":"candour"},\
        {"points":720720,"skill":"price"}],"summary":1}
        """)
    #expect(ResultSummary(summary.text) == summary)
  }

  @Test(arguments: [
    "", "{}", "[]", "null", "{", #"{"critical":false,"sections":[],"skills":[]}"#,
    #"{"critical":false,"sections":[],"skills":[],"summary":2}"#,
    #"{"critical":1,"sections":[],"skills":[],"summary":1}"#,
    #"{"critical":false,"sections":[{}],"skills":[],"summary":1}"#,
    #"{"critical":false,"sections":[],"skills":[{"skill":"a","points":0.5}],"summary":1}"#,
    #"{"critical":false,"sections":[],"skills":[{"skill":"a","points":9e15}],"summary":1}"#,
  ])
  func whatIsNoneIsNotTaken(text: String) { #expect(ResultSummary(text) == nil) }
}

/// What there is to learn from an attempt after it ended: the decisions of a scenario, or the
/// questions of an assessment.
package struct Debrief: Sendable {
  package struct MeterLine: Sendable {
    package var name: String
    package var range: ClosedRange<Int>
    /// The value at the beginning, and after each decision in this unit.
    package var values: [Int]
  }

  package var title: String
  package var unit: String
  package var mode: Mode
  package var result: UnitResult?
  package var decisions: [Decision]
  /// What each decision was worth, beside `decisions`; nil where that is not known.
  package var reviews: [DecisionReview?]
  package var questions: [MarkedQuestion]
  package var meters: [MeterLine]
  /// Results of units that choices played.
  package var inner: [UnitResult]

  let program: Program

  package init(_ session: Session) {
    program = session.program
    unit = session.program.entry
    title = session.program.units[unit]?.about.title ?? unit
    mode = session.setup.mode
    result = session.result
    decisions = session.state.decisions
    questions = session.state.markedQuestions
    inner = session.state.innerResults
    meters = []
    reviews = []
    reviews = decisions.map { decision in
      program.analysis(of: decision.unit).flatMap { analysis in
        DecisionReview(decision, in: analysis, hasPassed: hasPassed(at: decision))
      }
    }
    guard case .scenario(let scenario)? = session.program.units[unit]?.content else { return }
    let own = decisions.filter { $0.unit == unit }
    meters = scenario.meters.enumerated().map { index, meter in
      MeterLine(
        name: meter.name, range: meter.range,
        values: [meter.start] + own.map { $0.meters[index] })
    }
  }
}

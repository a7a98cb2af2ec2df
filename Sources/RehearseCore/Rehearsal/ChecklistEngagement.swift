/// A checklist in a real run, with a customer, or as a gate that has no distractors.
struct ChecklistEngagement: Run {
  static let maximumRemark = 2_000

  let place: FramePlace
  private var view: EngagementView

  init(_ checklist: Checklist, _ place: FramePlace) {
    self.place = place
    let points = checklist.realPausePoints
    let count = points.reduce(0) { $0 + $1.items.count }
    view = EngagementView(
      mode: checklist.mode, introduction: checklist.introduction, pausePoints: points,
      states: Array(repeating: .open, count: count), remarks: [:])
  }

  var prompt: SessionPrompt { .engagement(view) }

  mutating func begin(_ stage: inout Stage) {
    if !view.introduction.isEmpty { stage.actions.append(.text(view.introduction)) }
  }

  mutating func handle(_ event: Event, _ stage: inout Stage) throws(EventRefusal) {
    switch event {
    case .mark(let item, let state):
      guard view.states.indices.contains(item) else { throw .answerDoesNotFit }
      view.states[item] = state
    case .remark(let item, let words):
      guard view.states.indices.contains(item), words.utf8.count <= Self.maximumRemark else {
        throw .answerDoesNotFit
      }
      view.remarks[item] = words.isEmpty ? nil : words
    case .finish: stage.result = result()
    default: throw .notAwaited(event.text)
    }
  }

  /// Complete when every critical item is dealt with; where none is critical, every item.
  private func result() -> UnitResult {
    let items = view.pausePoints.flatMap(\.items)
    let isCritical = items.contains(where: \.isCritical)
    let wanted = items.indices.filter { !isCritical || items[$0].isCritical }
    var result = UnitResult(path: place.path, kind: .checklist, status: .finished)
    result.points = Points(view.states.count { $0 != .open })
    result.outOf = Points(items.count)
    result.hasCriticalMistake = isCritical && !view.openCritical.isEmpty
    result.passed = wanted.allSatisfy { view.states[$0] != .open }
    return result
  }
}

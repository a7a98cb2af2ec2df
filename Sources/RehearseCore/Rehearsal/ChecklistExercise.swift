/// A training checklist as an exercise: at each pause point the learner picks what belongs.
struct ChecklistExercise: Run {
  let place: FramePlace
  private let checklist: Checklist
  private var points: [ExercisePoint] = []
  private var chosen: [Set<Int>] = []

  init(_ checklist: Checklist, _ place: FramePlace) {
    self.checklist = checklist
    self.place = place
  }

  var prompt: SessionPrompt {
    chosen.count < points.count ? .exercise(points[chosen.count]) : .over
  }

  mutating func begin(_ stage: inout Stage) {
    if !checklist.introduction.isEmpty { stage.actions.append(.text(checklist.introduction)) }
    var generator = stage.generator("items")
    var first = 0
    for (index, point) in checklist.pausePoints.enumerated() {
      let order = generator.shuffled(point.items.count)
      points.append(
        ExercisePoint(
          title: point.title, number: index + 1, count: checklist.pausePoints.count,
          text: point.text, items: order.map { point.items[$0] }, order: order.map { $0 + first }))
      first += point.items.count
    }
  }

  mutating func handle(_ event: Event, _ stage: inout Stage) throws(EventRefusal) {
    guard case .select(let items) = event, chosen.count < points.count else {
      throw .notAwaited(event.text)
    }
    let point = points[chosen.count]
    guard Set(items).isSubset(of: point.order), Set(items).count == items.count else {
      throw .answerDoesNotFit
    }
    chosen.append(Set(items))
    if stage.mode == .practice {
      stage.actions.append(.pausePointMarked(MarkedPausePoint(point: point, chosen: Set(items))))
    }
    guard chosen.count == points.count else { return }
    if stage.mode == .assessed {
      for (point, chosen) in zip(points, chosen) {
        stage.actions.append(.pausePointMarked(MarkedPausePoint(point: point, chosen: chosen)))
      }
    }
    stage.result = result()
  }

  /// Right ticks less wrong ones, never under 0, of the items that belong; and every critical item
  /// has to be there.
  private func result() -> UnitResult {
    let items = checklist.pausePoints.flatMap(\.items)
    let all = chosen.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let right = all.count { items[$0].belongs }
    let wrong = all.count - right
    var result = UnitResult(path: place.path, kind: .checklist, status: .finished)
    result.points = Points(max(0, right - wrong))
    result.outOf = Points(items.count(where: \.belongs))
    result.passMark = checklist.passMark
    result.hasCriticalMistake = items.indices.contains {
      items[$0].belongs && items[$0].isCritical && !all.contains($0)
    }
    result.passed =
      !result.hasCriticalMistake
      && checklist.passMark.isReached(by: result.points, of: result.outOf ?? .zero)
    return result
  }
}

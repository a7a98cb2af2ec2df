/// A checklist that was worked for a customer, as a dated record.
package struct EngagementRecord: Sendable {
  package struct Line: Sendable {
    package var item: Checklist.Item
    package var state: ItemState
    package var remark: String?
    /// When it was marked last; ISO 8601, UTC.
    package var time: String?
  }

  package struct Part: Sendable {
    package var title: String
    package var lines: [Line]
  }

  package var title: String
  package var client: String
  package var begun: String
  package var closed: String?
  package var isComplete: Bool
  package var parts: [Part]
  package var digest: String
  package var attempt: String

  /// Nil where the transcript is not of a checklist for a customer.
  package init?(_ transcript: Transcript, program: Program, title: String) {
    guard let client = transcript.header.client,
      case .checklist(let checklist)? = program.units[program.entry]?.content
    else { return nil }
    let points = checklist.realPausePoints
    let count = points.reduce(0) { $0 + $1.items.count }
    var states = [ItemState](repeating: .open, count: count)
    var times = [String?](repeating: nil, count: count)
    var remarks: [Int: String] = [:]
    var past: [([ItemState], [String?], [Int: String])] = []
    var closed: String?
    for entry in transcript.entries {
      if case .undo = entry.event {
        if let before = past.popLast() { (states, times, remarks) = before }
        continue
      }
      past.append((states, times, remarks))
      switch entry.event {
      case .mark(let item, let state) where states.indices.contains(item):
        states[item] = state
        times[item] = entry.time
      case .remark(let item, let words): remarks[item] = words.isEmpty ? nil : words
      case .finish: closed = entry.time
      default: break
      }
    }
    self.title = title
    self.client = client
    begun = transcript.header.begun
    self.closed = closed
    digest = transcript.header.digest
    attempt = transcript.header.attempt
    var index = 0
    parts = points.map { point in
      Part(
        title: point.title,
        lines: point.items.map { item in
          defer { index += 1 }
          return Line(item: item, state: states[index], remark: remarks[index], time: times[index])
        })
    }
    let lines = parts.flatMap(\.lines)
    let hasCritical = lines.contains(where: \.item.isCritical)
    isComplete = lines.allSatisfy { $0.state != .open || (hasCritical && !$0.item.isCritical) }
  }
}

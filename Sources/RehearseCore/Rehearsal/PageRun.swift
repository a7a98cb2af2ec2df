/// A lesson or a job aid that is being read.
struct PageRun: Run {
  let place: FramePlace
  private let kind: UnitKind
  private let blocks: [Block]
  private var reached = 0

  init(_ kind: UnitKind, _ blocks: [Block], _ place: FramePlace) {
    self.kind = kind
    self.blocks = blocks
    self.place = place
  }

  var prompt: SessionPrompt { .page(blocks, reached: reached) }

  mutating func begin(_ stage: inout Stage) {}

  mutating func handle(_ event: Event, _ stage: inout Stage) throws(EventRefusal) {
    switch event {
    case .read(let block):
      guard blocks.indices.contains(block) else { throw .notAwaited(event.text) }
      reached = block
    case .visit: break
    case .finish: stage.result = UnitResult(path: place.path, kind: kind, status: .finished)
    default: throw .notAwaited(event.text)
    }
  }
}

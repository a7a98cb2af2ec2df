import RehearseCore
import RehearseStore

extension UnitPlayer {
  /// A pause point as an exercise: what belongs?
  mutating func askExercise(_ point: ExercisePoint) throws -> Ending? {
    place.heading(
      point.title.isEmpty ? "Pause point \(point.number)" : point.title)
    if !point.text.isEmpty { place.write(point.text) }
    place.console.keepTogether {
      place.write("Which of these belong here?")
      for (number, item) in point.items.enumerated() {
        screen.numbered(number + 1, of: point.items.count, item.text)
      }
    }
    while true {
      let reply = dialogue.ask(
        Prompt("Numbers, or none: ", history: .answer, completions: ["none", "all"]),
        help: [
          "Type the numbers of the items that belong before this decision, such as 1 3 4. Some do"
            + " not. A wrong one costs as much as a right one earns."
        ])
      switch reply {
      case .line(let line):
        if ["none", "0"].contains(line.lowercased()) { return try record(.select([])) }
        if line.lowercased() == "all" { return try record(.select(point.order.sorted())) }
        let words = line.split { " ,;".contains($0) }
        let numbers = words.compactMap { Words.integer($0) }
        guard !numbers.isEmpty, numbers.count == words.count,
          numbers.allSatisfy({ point.order.indices.contains($0 - 1) })
        else {
          place.write("Type numbers from 1 to \(point.order.count), or none.")
          continue
        }
        return try record(.select(Set(numbers).map { point.order[$0 - 1] }.sorted()))
      case .command(let name, let rest): return try obey(name, rest)
      case .leave, .timeUp: return .left
      }
    }
  }

  /// A checklist in a real run. In read-do the next open item is put; in do-confirm the whole
  /// pause point, to be confirmed. Any item can be named by its number at any time.
  mutating func askEngagement(_ view: EngagementView) throws -> Ending? {
    if !view.open.isEmpty, view.open.allSatisfy(leftOpen.contains) {
      leftOpen = []
      place.blank()
      place.write("That was the last item. What is still open comes again; done closes the list.")
    }
    let board = EngagementBoard(view, leftOpen: leftOpen)
    screen.pausePoint(board)
    let help = [
      (view.mode == .readDo
        ? "y: this item is done. n: not yet; it stays open, and the next one comes. x: it does not"
          + " apply here. r TEXT: a remark on it."
        : "Enter: all of these are done.")
        + " Numbers such as 2 4: done. o 2: open again. x 3: does not apply. r 2 TEXT: a remark on"
        + " item 2. all: this pause point is done. list: everything. done: close the checklist.",
      "Items marked ! are critical: the checklist is complete only with them.",
    ]
    let prompt =
      board.current == nil
      ? "All items are dealt with. done closes the checklist: "
      : view.mode == .readDo ? "Done? (y, n: not yet, ?) " : "Numbers done, or all: "
    let reply = dialogue.ask(
      Prompt(prompt, history: .command, completions: ["done", "all", "list", "none"]), help: help)
    switch reply {
    case .line(let line): return try work(line, board)
    case .command(let name, let rest): return try obey(name, rest)
    case .leave, .timeUp: return .left
    }
  }

  private mutating func work(_ line: String, _ board: EngagementBoard) throws -> Ending? {
    switch EngagementCommand(line, board) {
    case .mark(let items, let state):
      let changed = items.filter { board.view.states[$0] != state }
      for item in changed {
        if let ending = try record(.mark(item, state)) { return ending }
      }
      eventsOfLastStep = max(1, changed.count)
      confirm(changed, state, board)
    case .remark(let item, let words):
      if let ending = try record(.remark(item, words)) { return ending }
      eventsOfLastStep = 1
      place.write("Remark on item \(item + 1) kept.", .dim)
    case .leaveOpen(let item): leftOpen.insert(item)
    case .list: screen.allPausePoints(board)
    case .close:
      let open = board.view.openCritical
      if !open.isEmpty {
        let items = open.count == 1 ? "1 critical item is" : "\(open.count) critical items are"
        guard dialogue.confirms("\(items) still open. Close the checklist as not complete?") else {
          return nil
        }
      }
      return try record(.finish)
    case .notUnderstood where line.isEmpty && board.current == nil:
      place.write("Type done to close the checklist, or o and a number to open an item again.")
    case .notUnderstood where line.isEmpty:
      place.write(
        board.view.mode == .readDo
          ? "Type y when it is done, n if not yet, x where it does not apply; done closes the checklist."
          : "Type the numbers of what is done, or all; done closes the checklist.")
    case .notUnderstood:
      place.write("“\(line)” is not understood here. ? lists what can be typed.")
    }
    return nil
  }

  /// Says what became of items that do not show in the next question.
  private func confirm(_ items: [Int], _ state: ItemState, _ board: EngagementBoard) {
    guard !items.isEmpty else { return }
    let numbers = items.map { String($0 + 1) }.joined(separator: ", ")
    let word =
      switch state {
      case .done: "done"
      case .notApplicable: "does not apply"
      case .open: "open again"
      }
    place.write("Item \(numbers): \(word).", .dim)
  }
}

/// A real run laid out for the screen: items numbered from 1 through all pause points.
struct EngagementBoard {
  let view: EngagementView
  /// The first item and the count of each pause point.
  let ranges: [Range<Int>]
  /// The item that read-do puts now: the first open one that was not left open a moment ago.
  let nextItem: Int?
  /// Its pause point; nil where none is open.
  let current: Int?

  init(_ view: EngagementView, leftOpen: Set<Int> = []) {
    self.view = view
    var first = 0
    let ranges = view.pausePoints.map { point in
      defer { first += point.items.count }
      return first..<(first + point.items.count)
    }
    self.ranges = ranges
    let open = view.open
    nextItem = open.first { !leftOpen.contains($0) } ?? open.first
    current = nextItem.flatMap { item in ranges.firstIndex { $0.contains(item) } }
  }

  var items: [Checklist.Item] { view.pausePoints.flatMap(\.items) }
}

/// What was typed at a real run's prompt.
enum EngagementCommand: Equatable {
  case mark([Int], ItemState)
  /// Not yet: the next one comes.
  case leaveOpen(Int)
  case remark(Int, String)
  case list
  case close
  case notUnderstood

  init(_ line: String, _ board: EngagementBoard) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let first = words.first?.lowercased() ?? ""
    let rest = words.count == 2 ? words[1] : ""
    let isReadDo = board.view.mode == .readDo
    let pointItems = board.current.map { Array(board.ranges[$0]) } ?? []
    let open = pointItems.filter { board.view.states[$0] == .open }
    self = .notUnderstood
    switch first {
    case "done", "close": self = .close
    case "list": self = .list
    case "all": if !open.isEmpty { self = .mark(open, .done) }
    // Never Enter: this is a record of what was done with a customer.
    case "y", "yes":
      if let next = board.nextItem {
        if isReadDo { self = .mark([next], .done) }
      } else {
        self = .close
      }
    case "n", "no":
      if isReadDo, rest.isEmpty, let next = board.nextItem { self = .leaveOpen(next) }
    case "x", "na":
      if rest.isEmpty {
        if isReadDo, let next = board.nextItem { self = .mark([next], .notApplicable) }
      } else if let items = Self.items(rest, board) {
        self = .mark(items, .notApplicable)
      }
    case "o", "open": if let items = Self.items(rest, board) { self = .mark(items, .open) }
    case "r", "remark":
      let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
      if let number = parts.first.flatMap({ Words.integer($0) }) {
        guard board.items.indices.contains(number - 1) else { return }
        self = .remark(number - 1, parts.count == 2 ? parts[1] : "")
      } else if isReadDo, let next = board.nextItem, !rest.isEmpty {
        self = .remark(next, rest)
      }
    default:
      if let items = Self.items(line, board) { self = .mark(items, .done) }
    }
  }

  private static func items(_ text: String, _ board: EngagementBoard) -> [Int]? {
    let words = text.split { " ,;".contains($0) }
    let numbers = words.compactMap { Words.integer($0) }
    guard !numbers.isEmpty, numbers.count == words.count,
      numbers.allSatisfy({ board.items.indices.contains($0 - 1) })
    else { return nil }
    return Set(numbers).map { $0 - 1 }.sorted()
  }
}

extension ReadingContext {
  /// `cast: Maya = Maya Chen, HR director; You = Consultant`
  mutating func cast(spokenIn blocks: [Block]) -> [Scenario.CastMember] {
    guard let field = field("cast") else { return [] }
    func isSpoken(_ name: String) -> Bool {
      name.lowercased() == "you"
        || blocks.contains { block in
          guard
            case .strong(let bold)? = block.paragraph?.first(where: {
              $0.code == nil && !$0.isBlank
            })?.kind
          else {
            return false
          }
          return bold.plainText.filter { $0 != ":" } == name
        }
    }
    var cast: [Scenario.CastMember] = []
    for entry in Words.list(field.value, separator: ";").flatMap({ Self.castMembers($0, isSpoken) })
    {
      let parts = entry.text.split(separator: "=", maxSplits: 1).map { Words.trim(String($0)) }
      if let broken = entry.broken ?? (parts.first?.isEmpty == false ? nil : entry.text) {
        report(
          .fieldValue(name: "cast", value: broken, expected: "Name = who it is; Name = who it is"),
          at: field.valueRange)
      }
      guard let name = parts.first, !name.isEmpty else { continue }
      if cast.contains(where: { $0.name == name }) {
        report(.repeatedName(name, place: "the cast"), at: field.valueRange)
        continue
      }
      cast.append(Scenario.CastMember(name: name, role: parts.count == 2 ? parts[1] : ""))
    }
    return cast
  }

  /// What stands between two semicolons, as it was meant: `Maya = HR director, Tom = CFO` is two
  /// people, and `Maya - HR director` and `Maya: HR director` one. `broken` is what the author wrote.
  private static func castMembers(_ entry: String, _ isSpoken: (String) -> Bool)
    -> [(text: String, broken: String?)]
  {
    guard entry.contains("=") else {
      for sign in [" - ", " – ", ": "] {
        let parts = entry.split(separator: sign, maxSplits: 1)
        if parts.count == 2 { return [("\(parts[0]) = \(parts[1])", entry)] }
      }
      return [(entry, nil)]
    }
    // In `Maya = HR director, team = 4` the comma and the sign are words about Maya.
    guard entry.count(where: { $0 == "=" }) > 1 else { return [(entry, nil)] }
    var members: [String] = []
    for piece in entry.split(separator: ",") {
      let name = Words.trim(String(piece.prefix { $0 != "=" }))
      if members.isEmpty || piece.contains("=") && isSpoken(name) {
        members.append(Words.trim(String(piece)))
      } else {
        members[members.count - 1] += "," + piece
      }
    }
    return members.enumerated().map { ($1, $0 == 0 && members.count > 1 ? entry : nil) }
  }

  /// `meters: trust = 50 of 100; pace = 0 from -5 to 5`
  mutating func meters() -> [Scenario.Meter] {
    guard let field = field("meters") else { return [] }
    var meters: [Scenario.Meter] = []
    for entry in Words.list(field.value, separator: ";") {
      guard let meter = Scenario.Meter(entry) else {
        report(
          .fieldValue(
            name: "meters", value: entry, expected: "trust = 50 of 100; pace = 0 from -5 to 5"),
          at: field.valueRange)
        // With any range, so that they are not found to be missing wherever they are used.
        for piece in Words.list(entry) {
          let name = Words.trim(String(piece.prefix { $0 != "=" && $0 != " " && $0 != ":" }))
          if Words.isName(name), !meters.contains(where: { $0.name == name }) {
            meters.append(Scenario.Meter(name: name, start: 0, range: 0...Scenario.Meter.limit))
          }
        }
        continue
      }
      if meters.contains(where: { $0.name == meter.name }) {
        report(.repeatedName(meter.name, place: "the meters"), at: field.valueRange)
        continue
      }
      meters.append(meter)
    }
    return meters
  }
}

extension Scenario.Meter {
  package static let limit = 1_000_000

  /// `trust = 50 of 100` or `pace = 0 from -5 to 5`.
  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map { Words.trim(String($0)) }
    guard parts.count == 2, Words.isName(parts[0]) else { return nil }
    let words = Words.split(parts[1])
    guard let first = words.first, let start = Words.integer(first) else { return nil }
    var bounds: (Int, Int)?
    switch words.count {
    case 3 where words[1] == "of":
      bounds = Words.integer(words[2]).map { (0, $0) }
    case 5 where words[1] == "from" && words[3] == "to":
      if let low = Words.integer(words[2]), let high = Words.integer(words[4]) {
        bounds = (low, high)
      }
    default: break
    }
    guard let (low, high) = bounds, low < high, (low...high).contains(start),
      max(abs(low), abs(high)) <= Self.limit
    else { return nil }
    self.init(name: parts[0], start: start, range: low...high)
  }
}

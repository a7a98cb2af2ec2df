/// Which units a condition can mean by a name, and which ones playing a unit can bring to be passed.
package struct PassableUnits: Sendable {
  private let units: [String: Unit]
  private let names: UnitNames

  package init(units: [String: Unit], names: UnitNames) {
    self.units = units
    self.names = names
  }

  /// For a scenario by itself, whose conditions ask for no other unit.
  package static let none = PassableUnits(units: [:], names: UnitNames([]))

  func path(of name: String) -> String? { names.path(of: name) }

  /// The unit itself, and all that its choices play.
  func playedBy(_ path: String) -> Set<String> {
    var played: Set<String> = []
    var waiting = [path]
    while let next = waiting.popLast() {
      guard played.insert(next).inserted, let unit = units[next] else { continue }
      waiting += unit.calls.map(\.path)
    }
    return played
  }
}

extension Course {
  package var passableUnits: PassableUnits { PassableUnits(units: units, names: names) }
}

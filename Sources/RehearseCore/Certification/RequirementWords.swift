extension Certification.Demand {
  /// `at least 80%, each section 60%`
  package var words: String {
    switch self {
    case .passed: "passed"
    case .completed: "completed"
    case .atLeast(let percent): "at least \(percent.description)"
    case .eachSection(let percent): "each section at least \(percent.description)"
    case .both(let total, let section):
      "at least \(total.description), each section \(section.description)"
    }
  }

  /// The share of the whole that is asked for.
  package var required: Percent? {
    switch self {
    case .atLeast(let percent), .both(let percent, _): percent
    case .passed, .completed, .eachSection: nil
    }
  }
}

extension Certification.Requirement {
  /// `Final assessment, at least 80%`
  package var words: String {
    switch self {
    case .unit(_, let title, let demand, _): "\(title), \(demand.words)"
    case .any(let count, _, _): "Any \(count) of"
    }
  }

  fileprivate func asksForResult(of path: String) -> Bool {
    switch self {
    case .unit(let asked, _, let demand, _): asked == path && demand != .completed
    case .any(_, let inner, _): inner.contains { $0.asksForResult(of: path) }
    }
  }

  /// The paths of all units that it asks for.
  package var units: [String] {
    switch self {
    case .unit(let path, _, _, _): [path]
    case .any(_, let inner, _): inner.flatMap(\.units)
    }
  }
}

extension Certification {
  /// The paths of all units that it asks for, at first and at a renewal.
  package var units: Set<String> { Set((requirements + renewal).flatMap(\.units)) }

  /// Whether it asks for more of a unit than to complete it: for that, an attempt on record is needed.
  package func asksForResult(of path: String) -> Bool {
    (requirements + renewal).contains { $0.asksForResult(of: path) }
  }
}

extension Certification.Period {
  /// `12 months`, `1 year`
  package var words: String {
    "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }
}

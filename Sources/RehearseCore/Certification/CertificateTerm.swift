/// From when until when a certificate holds, in days of UTC: it holds until the last second of its
/// last day.
package struct CertificateTerm: Equatable, Sendable {
  /// The day of the completion.
  package var from: CalendarDay
  /// The last day; nil where it does not lapse.
  package var until: CalendarDay?
  /// The first day on which it can be renewed; nil where it has no renewal window.
  package var renewalOpens: CalendarDay?
  /// The last day on which renewal suffices although it has lapsed; nil without grace.
  package var graceEnds: CalendarDay?

  package enum Standing: String, Sendable {
    /// It holds, and there is nothing to do.
    case held
    /// It holds, and can be renewed.
    case renewable
    /// It has lapsed, and renewal still suffices.
    case inGrace = "in-grace"
    /// It has lapsed, and everything is asked for again.
    case lapsed
  }

  package func standing(on day: CalendarDay) -> Standing {
    guard let until else { return .held }
    if day <= until {
      guard let renewalOpens, day >= renewalOpens else { return .held }
      return .renewable
    }
    guard let graceEnds, day <= graceEnds else { return .lapsed }
    return .inGrace
  }

  /// From when on an attempt shows something new: the opening of the renewal window, or else the
  /// day after the end. Nil where it does not lapse.
  package var freshFrom: CalendarDay? { renewalOpens ?? until.map { $0.adding(days: 1) } }

  /// The term of a certificate whose dates are known, with the window and the grace that the
  /// certification gives now.
  package init(from: CalendarDay, until: CalendarDay?, _ certification: Certification?) {
    self.from = from
    self.until = until
    guard let until else { return }
    renewalOpens = certification?.renewFrom.map { max(until - $0, from) }
    graceEnds = certification?.grace.map { until + $0 }
  }

  /// The term that begins with a completion.
  ///
  /// - Parameter old: the term that is renewed; nil at a first award, and where everything was
  ///   shown again.
  package init(_ certification: Certification, completed: CalendarDay, renewing old: Self?) {
    var base = completed
    // Who renews in its window loses no day, and who renews in grace gains none.
    if certification.expiry != .completion, let old, let end = old.until,
      [.renewable, .inGrace].contains(old.standing(on: completed))
    {
      base = end
    }
    self.init(from: completed, until: certification.end(from: base), certification)
  }
}

extension Certification {
  /// The last day of a term that is counted from `base`.
  fileprivate func end(from base: CalendarDay) -> CalendarDay? {
    guard case .fixedDate(let day, let month) = expiry else { return valid.map { base + $0 } }
    let latest = base + (valid ?? Period(count: 12, unit: .months))
    // The last such day within the period; where that leaves less than half of it, the next.
    let year = latest.year
    let within = CalendarDay.inYear(year, month, day)
    let candidate = within <= latest ? within : CalendarDay.inYear(year - 1, month, day)
    if candidate.days(since: base) * 2 >= latest.days(since: base) { return candidate }
    return CalendarDay.inYear(candidate.year + 1, month, day)
  }
}

extension CalendarDay {
  /// 29 February is 28 February in years that have none.
  fileprivate static func inYear(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    guard year >= 1 else { return .first }
    guard year <= 9999 else { return .last }
    return CalendarDay(year: year, month: month, day: min(day, days(inMonth: month, of: year)))
      ?? .last
  }
}

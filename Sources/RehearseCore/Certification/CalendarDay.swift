/// A day of the proleptic Gregorian calendar (ISO 8601), from 0001-01-01 to 9999-12-31, the years
/// that four digits can write. What would go past an end of these stays at it.
package struct CalendarDay: Hashable, Comparable, Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  static let first = CalendarDay(1, 1, 1)
  static let last = CalendarDay(9999, 12, 31)

  private init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(year, month, day)
  }

  /// `2026-11-22`, and nothing else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The UTC day of an instant as records keep it: `2026-11-22T09:00:00Z`.
  package init?(of instant: String) {
    guard instant.utf8.count == 20, instant.utf8.last == UInt8(ascii: "Z") else { return nil }
    self.init(String(instant.prefix(10)))
  }

  /// 0 is 1970-01-01.
  package init(daysSince1970: Int) {
    // Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”: years begin in March, so that
    // the leap day is the last one; 400 years have 146,097 days.
    let days = min(max(daysSince1970, Self.first.daysSince1970), Self.last.daysSince1970) + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  package var daysSince1970: Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  package func adding(days: Int) -> CalendarDay {
    let (sum, overflows) = daysSince1970.addingReportingOverflow(days)
    return CalendarDay(daysSince1970: overflows ? (days < 0 ? .min : .max) : sum)
  }

  /// In the same place of a later or earlier month, or at the end of that month where it is shorter:
  /// a month after 31 January is 28 or 29 February, a year after 29 February is 28 February.
  func adding(months: Int) -> CalendarDay {
    let (count, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflows, count >= 12 else { return months < 0 ? .first : .last }
    let (year, month) = (count / 12, count % 12 + 1)
    guard year <= 9999 else { return .last }
    return CalendarDay(year, month, min(day, Self.days(inMonth: month, of: year)))
  }

  package static func + (day: Self, period: Certification.Period) -> CalendarDay {
    day.moved(by: period, times: 1)
  }

  package static func - (day: Self, period: Certification.Period) -> CalendarDay {
    day.moved(by: period, times: -1)
  }

  private func moved(by period: Certification.Period, times sign: Int) -> CalendarDay {
    switch period.unit {
    case .days: adding(days: sign * period.count)
    case .weeks: adding(days: sign * period.count * 7)
    case .months: adding(months: sign * period.count)
    case .years: adding(months: sign * period.count * 12)
    }
  }

  /// How many days later it is than another; negative where it is earlier.
  package func days(since other: CalendarDay) -> Int { daysSince1970 - other.daysSince1970 }

  /// The last second of the day in UTC: `2026-11-22T23:59:59Z`.
  package var end: String { description + "T23:59:59Z" }
  /// The first second of the day in UTC.
  package var beginning: String { description + "T00:00:00Z" }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}

extension CalendarDay: CustomStringConvertible {
  /// `2026-11-22`
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// `22 November 2026`
  package var words: String { "\(day) \(Self.months[month - 1]) \(year)" }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

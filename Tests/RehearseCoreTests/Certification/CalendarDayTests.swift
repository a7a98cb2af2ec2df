import RehearseCore
import Testing

@Suite struct CalendarDayTests {
  /// Every day of 130 years, counted one by one.
  @Test func agreesWithACalendarThatCountsDays() throws {
    var (year, month, day) = (1969, 12, 31)
    for number in -1...47_481 {
      let found = CalendarDay(daysSince1970: number)
      try #require((found.year, found.month, found.day) == (year, month, day), "\(number)")
      try #require(found.daysSince1970 == number)
      try #require(CalendarDay(found.description) == found)
      try #require(CalendarDay(year: year, month: month, day: day) == found)
      day += 1
      let isLeap = year % 4 == 0 && ![1900, 2100].contains(year)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect((year, month, day) == (2100, 1, 1))
  }

  @Test func theEndsOfTheCalendarHold() {
    let first = CalendarDay("0001-01-01")
    let last = CalendarDay("9999-12-31")
    #expect(CalendarDay(daysSince1970: .min) == first)
    #expect(CalendarDay(daysSince1970: .max) == last)
    #expect(last?.adding(days: .max) == last)
    #expect(first?.adding(days: .min) == first)
    #expect(last.map { $0 + .init(count: 1000, unit: .years) } == last)
    #expect(first.map { $0 - .init(count: 1000, unit: .years) } == first)
    #expect(first.map { $0 - .init(count: 1, unit: .months) } == first)
    #expect(first?.daysSince1970 == -719_162)
    #expect(last?.daysSince1970 == 2_932_896)
  }

  @Test(arguments: [
    ("2027-01-31", 1, Certification.Period.Unit.months, "2027-02-28"),
    ("2028-01-31", 1, .months, "2028-02-29"),
    ("2028-02-29", 1, .years, "2029-02-28"),
    ("2028-02-29", 4, .years, "2032-02-29"),
    ("2096-02-29", 4, .years, "2100-02-28"),
    ("2026-08-31", 1, .months, "2026-09-30"),
    ("2026-11-30", 3, .months, "2027-02-28"),
    ("2026-12-31", 12, .months, "2027-12-31"),
    ("2026-12-15", 1, .months, "2027-01-15"),
    ("2026-12-25", 1, .weeks, "2027-01-01"),
    ("2028-02-28", 2, .days, "2028-03-01"),
    ("2027-03-27", 1, .days, "2027-03-28"),
  ])
  func adds(from: String, count: Int, unit: Certification.Period.Unit, to: String) throws {
    let day = try #require(CalendarDay(from))
    #expect((day + .init(count: count, unit: unit)).description == to)
  }

  @Test(arguments: [
    ("2027-03-31", 1, Certification.Period.Unit.months, "2027-02-28"),
    ("2028-03-31", 1, .months, "2028-02-29"),
    ("2027-01-15", 2, .months, "2026-11-15"),
    ("2029-02-28", 1, .years, "2028-02-28"),
    ("2028-02-29", 1, .years, "2027-02-28"),
    ("2027-01-01", 60, .days, "2026-11-02"),
    ("2027-01-05", 1, .weeks, "2026-12-29"),
  ])
  func subtracts(from: String, count: Int, unit: Certification.Period.Unit, to: String) throws {
    let day = try #require(CalendarDay(from))
    #expect((day - .init(count: count, unit: unit)).description == to)
  }

  /// Months are counted, and only the day may fall short; days and weeks go there and back.
  @Test func periodsKeepTheirLaws() throws {
    for number in stride(from: 0, to: 40_000, by: 37) {
      let day = CalendarDay(daysSince1970: number)
      for count in [1, 5, 12, 13, 30, 365] {
        let later = day + .init(count: count, unit: .months)
        let months = (later.year - day.year) * 12 + later.month - day.month
        try #require(months == count)
        try #require(
          later.day == min(day.day, CalendarDay.days(inMonth: later.month, of: later.year)))
        try #require(day < later)
        let days = Certification.Period(count: count, unit: .days)
        try #require(day + days - days == day)
        try #require((day + days).days(since: day) == count)
      }
    }
  }

  @Test(arguments: [
    "", "2026-2-03", "2026-02-30", "2027-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
    "0000-01-01", "2026-01-011", "2026/01/01", "2026-01-1x", "+026-01-01", "２０２６-01-01",
  ])
  func refuses(text: String) { #expect(CalendarDay(text) == nil) }

  @Test func anInstantHasADayOfUTC() {
    #expect(CalendarDay(of: "2026-11-22T23:59:59Z")?.description == "2026-11-22")
    #expect(CalendarDay(of: "2026-11-22T23:59:59+01") == nil)
    #expect(CalendarDay(of: "2026-11-22") == nil)
    #expect(CalendarDay("2026-11-02")?.end == "2026-11-02T23:59:59Z")
    #expect(CalendarDay("2026-11-02")?.words == "2 November 2026")
  }
}

import Testing

@testable import RehearseCore

@Suite struct NumericDateTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
    ("2000-02-29T12:00:00Z", 951_825_600), ("2026-11-22T14:00:00Z", 1_795_356_000),
    ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func knownTimes(_ text: String, _ seconds: Int) {
    #expect(NumericDate.seconds(of: text) == seconds)
    #expect(NumericDate.text(of: seconds) == text)
  }

  @Test(arguments: [
    "", "2026-11-22", "2026-11-22T14:00:00", "2026-11-22t14:00:00Z", "2026-11-22T14:00:00z",
    "2026-11-22T14:00:00.5Z", "2026-11-22T14:00:00+00:00", "2026-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z",
    "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
    "0000-01-01T00:00:00Z", "+026-01-01T00:00:00Z", "2026-1 -01T00:00:00Z", "２026-01-01T00:00:0Z",
  ])
  func whatIsNoTime(_ text: String) { #expect(NumericDate.seconds(of: text) == nil) }

  @Test func everyDayOfFourCenturies() {
    var day = (year: 1900, month: 1, date: 1)
    var seconds = NumericDate.seconds(of: "1900-01-01T23:59:59Z") ?? 0
    while day.year < 2_300 {
      let text = NumericDate.text(of: seconds) ?? ""
      let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
      guard parts == [day.year, day.month, day.date], NumericDate.seconds(of: text) == seconds
      else {
        Issue.record("\(text) should be \(day)")
        return
      }
      let isLeap = day.year % 400 == 0 || day.year % 4 == 0 && day.year % 100 != 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day.date += 1
      if day.date > lengths[day.month - 1] { (day.month, day.date) = (day.month + 1, 1) }
      if day.month > 12 { (day.year, day.month) = (day.year + 1, 1) }
      seconds += 86_400
    }
    #expect(NumericDate.text(of: 253_402_300_800) == nil)
    #expect(NumericDate.text(of: -62_135_596_801) == nil)
  }
}

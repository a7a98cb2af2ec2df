import RehearseCore
import Testing

@Suite struct ICalendarTests {
  private func calendar(_ summary: String = "Lead: can be renewed", _ description: String = "d")
    throws -> String
  {
    ICalendar([
      .init(
        uid: "end.course.lead@rehearse", stamp: "2026-11-22T09:10:00Z",
        day: try #require(CalendarDay("2027-12-31")), summary: summary, description: description)
    ]).text
  }

  @Test func aDayIsWrittenAsTheStandardWantsIt() throws {
    #expect(
      try calendar()
        == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Rehearse//Rehearse 0.1//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        BEGIN:VEVENT
        UID:end.course.lead@rehearse
        DTSTAMP:20261122T091000Z
        DTSTART;VALUE=DATE:20271231
        DTEND;VALUE=DATE:20280101
        SUMMARY:Lead: can be renewed
        DESCRIPTION:d
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
  }

  @Test func textIsEscaped() throws {
    #expect(
      try calendar("a;b,c\\d\ne\u{7}\r").contains("SUMMARY:a\\;b\\,c\\\\d\\ne\r\n"))
  }

  /// Every line has at most 75 octets, no character is broken, and unfolding gives the text back.
  @Test(arguments: ["x", "é", "王", "👩🏽‍🚀", "\\;"])
  func longLinesAreFolded(unit: String) throws {
    for count in [1, 20, 66, 67, 68, 200] {
      let summary = String(repeating: unit, count: count)
      let text = try calendar(summary)
      var unfolded = ""
      for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
        try #require(line.count - 1 <= 75 && line.last == UInt8(ascii: "\r"))
        let part = try #require(String(validating: line.dropLast(), as: UTF8.self))
        // A blank and what follows it can be one character to Swift, and is not to the standard.
        unfolded.unicodeScalars +=
          part.utf8.first == UInt8(ascii: " ")
          ? part.unicodeScalars.dropFirst() : ("\n" + part).unicodeScalars[...]
      }
      let escaped = unit == "\\;" ? String(repeating: "\\\\\\;", count: count) : summary
      try #require(unfolded.contains("\nSUMMARY:" + escaped + "\n"), "\(count)")
    }
  }

  @Test func aCalendarMayBeEmpty() {
    #expect(ICalendar([]).text.hasSuffix("METHOD:PUBLISH\r\nEND:VCALENDAR\r\n"))
  }
}

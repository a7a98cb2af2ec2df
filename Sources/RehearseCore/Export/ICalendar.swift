/// A calendar of whole days, as iCalendar (RFC 5545) writes it.
package struct ICalendar: Sendable {
  package struct Event: Equatable, Sendable {
    /// The same each time that it is written, so that a calendar replaces what it has.
    package var uid: String
    /// ISO 8601, UTC, seconds: when the event came to be known.
    package var stamp: String
    package var day: CalendarDay
    package var summary: String
    package var description: String

    package init(
      uid: String, stamp: String, day: CalendarDay, summary: String, description: String
    ) {
      self.uid = uid
      self.stamp = stamp
      self.day = day
      self.summary = summary
      self.description = description
    }
  }

  package var events: [Event]

  package init(_ events: [Event]) { self.events = events }

  /// With CRLF, and lines folded at 75 octets.
  package var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rehearse//Rehearse 0.1//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:" + Self.escaped(event.uid),
        "DTSTAMP:" + event.stamp.filter { $0 != "-" && $0 != ":" },
        "DTSTART;VALUE=DATE:" + Self.date(event.day),
        // The end is the first day that is not in it any more.
        "DTEND;VALUE=DATE:" + Self.date(event.day.adding(days: 1)),
        "SUMMARY:" + Self.escaped(event.summary),
        "DESCRIPTION:" + Self.escaped(event.description), "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private static func date(_ day: CalendarDay) -> String {
    day.description.filter { $0 != "-" }
  }

  /// Section 3.3.11. Other control characters are not allowed in it.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n": escaped += "\\n"
      default:
        if scalar.value >= 0x20 && scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }

  /// Section 3.1: no line longer than 75 octets, and none broken within a character.
  static func folded(_ line: String) -> String {
    var folded = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if length + size > 75 {
        folded += "\r\n "
        length = 1
      }
      folded.unicodeScalars.append(scalar)
      length += size
    }
    return folded
  }
}

/// The time of a JWT: seconds since 1970 in UTC, leap seconds not counted (RFC 7519, section 2),
/// to and from the one spelling that records and credentials have: `2026-11-22T14:00:00Z`.
package enum NumericDate {
  /// Nil where the text is not a time in just that spelling, of the years 1 to 9999.
  package static func seconds(of text: String) -> Int? {
    let letters = Array(text.utf8)
    guard letters.count == 20 else { return nil }
    for (place, letter) in [(10, "T"), (13, ":"), (16, ":"), (19, "Z")] {
      guard letters[place] == letter.utf8.first else { return nil }
    }
    func number(_ range: Range<Int>) -> Int? {
      letters[range].reduce(0 as Int?) { sum, letter in
        guard let sum, (0x30...0x39).contains(letter) else { return nil }
        return sum * 10 + Int(letter) - 0x30
      }
    }
    guard let day = CalendarDay(String(decoding: letters[..<10], as: UTF8.self)),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      hour < 24, minute < 60, second < 60
    else { return nil }
    return ((day.daysSince1970 * 24 + hour) * 60 + minute) * 60 + second
  }

  /// Nil outside of the years 1 to 9999.
  package static func text(of seconds: Int) -> String? {
    guard (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let time = seconds - days * 86_400
    func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(CalendarDay(daysSince1970: days))T\(digits(time / 3_600)):"
      + "\(digits(time / 60 % 60)):\(digits(time % 60))Z"
  }
}

/// What the rules know of English: which words carry a meaning of their own, and which of them are
/// forms of one another.
enum EnglishWords {
  /// The roots of the words of a text that carry a meaning of their own.
  static func content(of text: String) -> Set<String> {
    Set(PlainWords.of(text).compactMap(contentRoot))
  }

  /// The root of a word that carries a meaning of its own; nil for a small word.
  static func contentRoot(_ word: String) -> String? {
    guard word.utf8.count >= 4, !small.contains(word),
      !word.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let root = root(of: word)
    return small.contains(root) ? nil : root
  }

  /// A word without the endings of plural, past and participle: rough, but the same for the forms of
  /// one word more often than not.
  static func root(of word: String) -> String {
    var letters = Array(word.utf8)
    func ends(_ suffix: String) -> Bool { letters.reversed().starts(with: suffix.utf8.reversed()) }
    if ends("'s") { letters.removeLast(2) }
    if letters.count > 4, ends("ies") {
      letters.removeLast(3)
      letters.append(UInt8(ascii: "y"))
    } else if letters.count > 4, ends("sses") || ends("xes") || ends("ches") || ends("shes") {
      letters.removeLast(2)
    } else if letters.count > 3, ends("s"), !ends("ss"), !ends("us"), !ends("is") {
      letters.removeLast()
    }
    if letters.count > 5, ends("ing") {
      letters.removeLast(3)
      undouble(&letters)
    } else if letters.count > 4, ends("ed") {
      letters.removeLast(2)
      undouble(&letters)
    }
    if letters.count > 4, ends("e") { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
  }

  /// “slipped” is a form of “slip”; but “selling” of “sell”, and “passing” of “pass”.
  private static func undouble(_ letters: inout [UInt8]) {
    guard letters.count > 3, let last = letters.last, last == letters[letters.count - 2],
      !"aeiouls".utf8.contains(last)
    else { return }
    letters.removeLast()
  }

  /// A text without what stands in quotation marks: words that somebody says.
  static func unquoted(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "“", "«": isQuoted = true
      case "”", "»": isQuoted = false
      case "\"": isQuoted.toggle()
      default: if !isQuoted { kept.append(scalar) }
      }
    }
    return String(kept)
  }

  static let numbers = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
  ]

  private static let small: Set<String> = Set(
    """
    about above after again against also among another answer answers anybody anyone anything around \
    asked asks because become been before being belong below best better between both called came \
    cannot can't case choose come comes could describe describes describing didn't does doesn't \
    doing done don't down during each either else even ever every everybody everyone everything \
    example false first five following follows form four from gets give given gives goes going good \
    have having her here hers him himself his however into isn't it's itself just keep know known \
    last least less like likely look made make makes making many matter mean means might more most \
    much must myself name named names need needs neither never next nobody none nothing now once \
    one only option options other others ought over part parts people person possible probably put \
    question questions quite rather really right same says say seem seems several shall she should \
    since some somebody someone something still such sure take taken takes tell tells than that \
    that's their them themselves then there these they thing things this those though three through \
    time times together told toward true under until upon used uses using very want wants well went \
    were what what's when where which while whom whose will with within without won't word words \
    would write wrong your yours yourself
    """.split(separator: " ").map(String.init))
}

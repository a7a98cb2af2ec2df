import RehearseCore
import Testing

@Suite struct DirectiveWordsTests {
  @Test(arguments: [
    ("points 5 price", "keyword:points other:5 skill:price"),
    ("trust +10", "meter:trust other:+10"),
    ("trust=50", "meter:trust other:= other:50"),
    ("trust −10", "meter:trust other:−10"),
    ("set asked", "keyword:set flag:asked"),
    (
      "if (asked or visited #opening) and not trust>=60",
      "keyword:if other:( flag:asked keyword:or keyword:visited scene:opening other:) "
        + "keyword:and keyword:not meter:trust other:>= other:60"
    ),
    (
      "when trust ≥ 5 and passed a/b",
      "keyword:when meter:trust other:≥ other:5 keyword:and keyword:passed unit:a/b"
    ),
    (
      "skip if intro >= 80 % or passed b",
      "keyword:skip keyword:if unit:intro other:>= other:80 other:% keyword:or keyword:passed unit:b"
    ),
    ("after lessons/one", "keyword:after unit:lessons/one"),
    ("in your own words", "keyword:in keyword:your keyword:own keyword:words"),
    ("ending success", "keyword:ending keyword:success"), ("", ""),
    ("if visited", "keyword:if keyword:visited"),
  ])
  func eachWordNamesSomething(_ code: String, _ expected: String) {
    let words = DirectiveWords(code.utf8).words
    #expect(words.map { "\($0.role):\($0.text)" }.joined(separator: " ") == expected)
    let bytes = Array(code.utf8)
    for word in words {
      #expect(String(decoding: bytes[word.range], as: UTF8.self) == word.text)
    }
  }
}

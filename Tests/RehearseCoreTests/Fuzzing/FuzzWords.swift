import RehearseCore

enum FuzzWords {
  /// What is repeated.
  static let hostile = [
    ">", "> ", "- ", "* ", "+ ", "1. ", "[", "![", "[a](", "[a](b", "[[a]", "]", "(", "((", "`",
    "``a`", "*", "**", "_", "__", "*a ", "_a_", "**a", "~~", "~~a", "<", "<a", "<!--", "<![CDATA[",
    "<?", "&", "&#", "|", "|a", "|-", "| a |\n", "a|b\n-|-\n", "\\", "!", "a", "é", "\u{301}", "👩‍💻",
    "\u{A0}", "\u{200B}", "\n", "\r", "\r\n", "\t", " ", "    ", "a\n", "- a\n", "-\n", "- [ ] a\n",
    "- [x] a\n", "- (x) a\n", "# a\n", "## a\n", "### a\n", "## A\n\n- [a](#a)\n\n",
    "### a\n\nAnswer: 1\n\n", "> a\n", ">\n", "> - ", "`if a` ", "`if a`\n", "`trust +1` ",
    "`trust +1`\n", "`points 1` ", "`pionts 1` ", "`x` ", "`x`\n", "`if not (a or b)` ", "if (",
    "not ", "[a](#a) ", "[a](b.md) ", "[a](#a)\n", "- [a](#a)\n", "- [a](#b) `if a`\n",
    "- `when a` [b](#a)\n", "**Maya:** ", "**a**", "Hint: a\n", "Answer: ", "Answer: 1\n",
    "Ask: a\n",
    "Put in order\n\n1. a\n2. b\n\n", "{#a}", "{#", "}", "[a]: b\n", "[a]: <", "[a]: b \"", "[^a]",
    "```\n", "~~~\n", "<div>\n", "***\n", "---\n", "===\n", "a\n===\n", "a\n---\n", "a:b\n",
    "   - a\n",
    "www.a", "http://a", "a@b", "\0", "%", "(x)", "- a\n\n\n", "  ", "*a_", "a**b_c ", "\"", "'",
    ":",
  ]

  static let directives =
    Directive.keywords.map { "`\($0) " } + [
      "`points 5`", "`trust +10`", "`trust = 50`", "`set a`", "`clear a`", "`if a`", "`unless a`",
      "`once`", "`critical`", "`ending success`", "`ending failure`", "`in your own words`",
      "`when a`", "`chance 30%`", "`otherwise`", "`draw 2`", "`skill a`", "`at least 80%`",
      "`passed`", "`if visited a and trust >= 3`",
    ]

  static let alphabet =
    hostile + directives + [
      "kind: ", "title: ", "meters: ", "cast: ", "pass: ", "draw: ", "attempts: ", "mode: ", "---",
      "\u{FEFF}", "=", "50", "-5", "−5", "100%", " of ", " from ", " to ", ";", ",", ".",
      "99999999999999999999", "0", "±", "\u{2028}", "\u{85}", "Rubric:", "Put in order", "Any 2 of",
      "sealed: yes\n", "Answer: sealed number days\n", "Answer: sealed text\n",
      "../", "%20", "https://", "mailto:a",
    ]
}

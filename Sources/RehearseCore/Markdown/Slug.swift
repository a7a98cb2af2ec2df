/// The id of a heading as GitHub makes it: lower case, blanks as hyphens, and of the rest only
/// letters, numbers, marks, hyphens and underscores (the `github-slugger` rules).
package enum Slug {
  package static func of(_ heading: String) -> String {
    var result = ""
    for scalar in heading.lowercased().unicodeScalars {
      switch scalar {
      case " ", "\u{A0}": result += "-"
      case "-", "_", "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
      default:
        guard !scalar.isASCII else { continue }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark, .enclosingMark,
          .connectorPunctuation:
          result.unicodeScalars.append(scalar)
        default: continue
        }
      }
    }
    return result
  }
}

/// The ids of a file's headings: those that are alike are numbered, as GitHub does it. Remembers
/// the last number of each, so that very many like headings take no longer than others.
package struct HeadingIds: Sendable {
  private var last: [String: Int] = [:]

  package init() {}

  /// `wanted`, or `wanted-1`, `wanted-2` … where it is taken.
  package mutating func take(_ wanted: String) -> String {
    var id = wanted
    var number = last[wanted] ?? 0
    while last[id] != nil {
      number += 1
      id = "\(wanted)-\(number)"
    }
    last[wanted] = number
    last[id] = last[id] ?? 0
    return id
  }
}

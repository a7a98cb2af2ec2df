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

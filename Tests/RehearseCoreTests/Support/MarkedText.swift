import RehearseCore

/// A course text in which `⟦` and `⟧` stand around the places of the findings that it should
/// bring, so that the expected place of a finding is seen in the text itself. `⟦⟧` is a place
/// without length.
struct MarkedText {
  let text: String
  /// The marked places in the order of the text; columns count code points.
  let ranges: [SourceRange]

  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var ranges: [SourceRange] = []
    var open: SourcePosition?
    var line = 1
    var column = 1
    var last: Unicode.Scalar?
    for scalar in marked.unicodeScalars {
      let here = SourcePosition(line: line, column: column)
      switch scalar {
      case "⟦":
        precondition(open == nil, "Marks do not nest")
        open = here
        continue
      case "⟧":
        guard let start = open else { preconditionFailure("⟧ without ⟦") }
        ranges.append(SourceRange(start, here))
        open = nil
        continue
      case "\n" where last == "\r": break
      case "\n", "\r":
        line += 1
        column = 1
      default: column += 1
      }
      text.append(scalar)
      last = scalar
    }
    precondition(open == nil, "⟦ without ⟧")
    self.text = String(text)
    self.ranges = ranges
  }

  var bytes: [UInt8] { Array(text.utf8) }
}

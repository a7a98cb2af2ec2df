extension StringProtocol {
  /// The text with nothing in it that could drive a terminal: the one gate between foreign text
  /// (courses, learners, file names) and the screen.
  ///
  /// Newlines and tabs stay. Every other control character (C0, DEL, C1) shows as `�`, so that a
  /// reader sees that something stood there. What has no shape of its own but reorders or hides the
  /// text around it (bidirectional embeddings, overrides and isolates, soft hyphens, interlinear
  /// annotation marks, byte order marks) is dropped.
  var printable: String {
    // Most text is clean: look before copying.
    guard unicodeScalars.contains(where: { Printability(of: $0) != .kept }) else {
      return String(self)
    }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch Printability(of: scalar) {
      case .kept where scalar == "\n" && previous == "\r": break
      case .kept: result.append(scalar)
      case .newline: result.append("\n")
      case .replaced: result.append("\u{FFFD}")
      case .dropped: break
      }
      previous = scalar
    }
    return String(result)
  }
}

private enum Printability {
  case kept, newline, replaced, dropped

  init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A: self = .kept
    // Line and paragraph separators, and the carriage return of a line from another system.
    case 0x0D, 0x2028, 0x2029: self = .newline
    case 0x00...0x1F, 0x7F...0x9F: self = .replaced
    case 0xAD, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: self = .dropped
    default: self = .kept
    }
  }
}

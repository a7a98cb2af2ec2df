/// How each role of text looks: SGR sequences or nothing, and which glyphs. Colour never carries a
/// meaning that the words do not.
struct Theme: Equatable, Sendable {
  enum Role: CaseIterable, Sendable {
    case heading, strong, emphasis, code, speaker, good, bad, caution, dim, link, prompt
  }

  /// Whether roles show at all. Where they do not, layout marks what would be lost.
  var isStyled: Bool
  var glyphs: Glyphs

  static let plain = Theme(isStyled: false, glyphs: .ascii)
  static let unstyled = Theme(isStyled: false, glyphs: .unicode)
  static let styled = Theme(isStyled: true, glyphs: .unicode)

  init(isStyled: Bool, glyphs: Glyphs) {
    self.isStyled = isStyled
    self.glyphs = glyphs
  }

  /// Styles need a terminal that is not `dumb`, no `NO_COLOR` (https://no-color.org: set and not
  /// empty) and no `--plain`. `--plain` and a dumb terminal also take the ASCII glyphs.
  init(isTerminal: Bool, plain: Bool, environment: [String: String]) {
    let terminal = environment["TERM"] ?? ""
    let isDumb = terminal == "dumb" || (isTerminal && terminal.isEmpty)
    let refusesColour = !(environment["NO_COLOR"] ?? "").isEmpty
    isStyled = isTerminal && !isDumb && !refusesColour && !plain
    glyphs = plain || isDumb ? .ascii : .unicode
  }

  /// The text with its sequences. Each run is closed, so that a line can be cut off anywhere.
  func render(_ text: StyledText) -> String {
    text.runs.map { run in
      guard isStyled, let role = run.role else { return run.text }
      return Self.sequence(Self.parameters(role)) + run.text + Self.sequence("0")
    }.joined()
  }

  /// The same for readline, which has to be told which parts of a prompt take no room.
  func renderPrompt(_ text: StyledText) -> String {
    text.runs.map { run in
      guard isStyled, let role = run.role else { return run.text }
      return "\u{1}\(Self.sequence(Self.parameters(role)))\u{2}\(run.text)"
        + "\u{1}\(Self.sequence("0"))\u{2}"
    }.joined()
  }

  private static func sequence(_ parameters: String) -> String { "\u{1B}[\(parameters)m" }

  /// The sixteen basic colours, bold, dim, italic and underline alone: they follow the palette that
  /// the user chose for their terminal.
  private static func parameters(_ role: Role) -> String {
    switch role {
    case .heading: "1;35"
    case .strong, .prompt: "1"
    case .emphasis: "3"
    case .code: "36"
    case .speaker: "1;36"
    case .good: "32"
    case .bad: "31"
    case .caution: "33"
    case .dim: "2"
    case .link: "4"
    }
  }
}

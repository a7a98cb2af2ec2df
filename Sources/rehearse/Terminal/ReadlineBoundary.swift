@preconcurrency import CReadline
import Glibc

/// GNU readline keeps everything in globals and calls back without a context. All of that is here:
/// one line is read at a time, by one thread.
enum ReadlineBoundary {
  enum Outcome {
    case line(String)
    case end
  }

  /// What the callback got, until `readCharacter` hands it on.
  nonisolated(unsafe) fileprivate static var outcome: Outcome?
  nonisolated(unsafe) fileprivate static var completions: [String] = []

  /// Sets readline up, once. The user's own `~/.inputrc` has the last word on keys and looks.
  /// The streams stay open: readline may look at them whenever it likes.
  static func prepare(input: Int32, output: Int32) {
    rl_instream = input == STDIN_FILENO ? stdin : fdopen(dup(input), "r")
    rl_outstream = output == STDOUT_FILENO ? stdout : fdopen(dup(output), "w")
    _ = prepared
  }

  private static let prepared: Void = {
    CharacterLocale.prepare()
    // These two strings are readline's from here on.
    let noBreaks = strdup("")
    rl_readline_name = UnsafePointer(strdup("rehearse"))
    rl_catch_signals = 0
    rl_catch_sigwinch = 0
    // LINES and COLUMNS would go stale in the environment.
    rl_change_environment = 0
    // The whole line is what is completed.
    rl_basic_word_break_characters = UnsafePointer(noBreaks)
    rl_completer_word_break_characters = UnsafePointer(noBreaks)
    rl_completer_quote_characters = nil
    rl_attempted_completion_function = complete
    rl_variable_bind("show-all-if-ambiguous", "on")
    rl_variable_bind("bell-style", "none")
    using_history()
    rl_initialize()
  }()

  /// Shows the prompt and takes the terminal over, until `readCharacter` returns a line or `abandon`.
  static func begin(
    prompt: String, draft: String, history lines: [String], completions: [String]
  ) {
    self.completions = completions
    outcome = nil
    clear_history()
    for line in lines { add_history(line) }
    using_history()
    // The terminal may have changed its size since the last question.
    rl_reset_screen_size()
    rl_callback_handler_install(prompt, takeLine)
    if !draft.isEmpty {
      rl_insert_text(draft)
      rl_redisplay()
    }
  }

  /// Takes in what was typed. Not nil when the line is confirmed, or ended by Ctrl-D.
  static func readCharacter() -> Outcome? {
    rl_callback_read_char()
    defer { outcome = nil }
    return outcome
  }

  /// Gives the line up and the terminal back. Returns what was typed.
  static func abandon() -> String {
    let typed = rl_line_buffer.map { String(cString: $0) } ?? ""
    // The cursor goes below all rows of the line.
    rl_point = rl_end
    rl_redisplay()
    rl_callback_sigcleanup()
    rl_free_line_state()
    rl_callback_handler_remove()
    return typed
  }

  /// Whether readline ended the row itself when it met Ctrl-D: it does where it also turns bracketed
  /// paste off.
  static var endsRowAtEndOfInput: Bool {
    rl_variable_value("enable-bracketed-paste").map { String(cString: $0) } == "on"
  }

  static func resize() { rl_resize_terminal() }

  /// Gives the terminal back while `stop` runs, and takes it over again as the line stood.
  static func suspend(_ stop: () -> Void) {
    rl_deprep_terminal()
    stop()
    rl_prep_terminal(1)
    rl_resize_terminal()
    rl_forced_update_display()
  }
}

private func takeLine(_ line: UnsafeMutablePointer<CChar>?) {
  ReadlineBoundary.outcome = line.map { .line(String(cString: $0)) } ?? .end
  free(line)
  rl_callback_handler_remove()
}

/// Readline wants an array that it can free: what the line becomes, the candidates if there are
/// several, and a null.
private func complete(
  _ text: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  // Readline sets both anew for each completion. The one would offer the names of files, the other
  // put a blank after the only match.
  rl_attempted_completion_over = 1
  rl_completion_append_character = 0
  guard let text,
    let completion = Completion(
      of: String(cString: text), among: ReadlineBoundary.completions)
  else { return nil }
  var strings = [completion.replacement]
  if completion.matches.count > 1 { strings += completion.matches }
  let size = (strings.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
  guard let memory = malloc(size) else { return nil }
  let array = memory.bindMemory(
    to: UnsafeMutablePointer<CChar>?.self, capacity: strings.count + 1)
  for (index, string) in strings.enumerated() { array[index] = strdup(string) }
  array[strings.count] = nil
  return array
}

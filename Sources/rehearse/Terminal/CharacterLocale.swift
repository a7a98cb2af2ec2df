import Glibc

/// What the C library takes characters to be. `wcwidth` and readline ask it.
enum CharacterLocale {
  /// Sets the character type of the process, once: the user's own where that is UTF-8, `C.UTF-8`
  /// where it is not, for courses are UTF-8 whatever the terminal's language. Nothing else of the
  /// locale is taken over: numbers, dates and order never depend on it.
  static func prepare() { _ = prepared }

  private static let prepared: Bool = {
    setlocale(LC_CTYPE, "")
    if let name = nl_langinfo(nl_item(CODESET)), String(cString: name) == "UTF-8" { return true }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil
  }()
}

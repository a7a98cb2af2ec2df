/// When courses are checked that are being typed in: once the keys rest, and now and then while they
/// do not. Times are counted from any beginning.
struct CheckSchedule {
  /// So long nothing was typed.
  static let rest = Duration.milliseconds(60)
  /// So long a change waits at most.
  static let patience = Duration.milliseconds(500)

  private var due: [String: (latest: Duration, at: Duration)] = [:]

  /// Somebody typed in the course in that folder.
  mutating func changed(_ folder: String, at now: Duration) {
    let latest = due[folder]?.latest ?? now + Self.patience
    due[folder] = (latest, min(now + Self.rest, latest))
  }

  /// The course is to be checked as soon as nothing else is to be done.
  mutating func wants(_ folder: String, at now: Duration) { due[folder] = (now, now) }

  mutating func forget(_ folder: String) { due[folder] = nil }

  /// When the next check is due.
  var next: Duration? { due.values.map(\.at).min() }

  /// The folders whose time has come, each once.
  mutating func take(at now: Duration) -> [String] {
    let folders = due.filter { $0.value.at <= now }.map(\.key).sorted()
    for folder in folders { due[folder] = nil }
    return folders
  }
}

import Glibc

/// What fuzzing needs from outside: the shipped courses, its settings, and a clock.
enum FuzzFiles {
  /// Seconds that one input may take: read twice and played twice.
  static var patience: Int {
    #if DEBUG
      20
    #else
      2
    #endif
  }

  /// What this process has worked so far. The clock on the wall would measure what else the
  /// machine is doing.
  static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  static func number(_ name: String) -> Int? {
    guard let value = getenv(name) else { return nil }
    return Int(String(cString: value))
  }

  static func say(_ words: String) {
    let line = Array((words + "\n").utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// All Markdown files under a folder, in the order of their paths.
  static func markdown(under folder: String) -> [[UInt8]] {
    all(under: folder, suffix: ".md").map(\.bytes)
  }

  static func all(under folder: String, suffix: String) -> [(path: String, bytes: [UInt8])] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().flatMap { name -> [(path: String, bytes: [UInt8])] in
      let path = folder + "/" + name
      guard name.hasSuffix(suffix) else { return all(under: path, suffix: suffix) }
      return read(path).map { [(path, $0)] } ?? []
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

import Glibc

/// Says when something in a folder, or in a folder inside it, was saved. Editors that write a new
/// file and give it the old one's name are seen as well as those that write into the file.
final class FolderWatch {
  enum Event: Equatable {
    case changed
    /// The folder was removed or has another name now.
    case gone
    /// Ctrl-C, or the system wants the program gone.
    case stopped
  }

  struct Failure: Error { var reason: String }

  private let root: String
  private let descriptor: Int32
  private var rootWatch: Int32 = -1
  private let signals = TerminalSignals()

  /// An editor that saves does several things in a few milliseconds: they are one change.
  private static let quiet: Int32 = 100
  /// A folder that never comes to rest is looked at all the same.
  private static let longest = Duration.seconds(2)

  private static let mask =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_CREATE)
    | UInt32(IN_DELETE) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)

  /// `root` is absolute and without links.
  init(_ root: String) throws(Failure) {
    self.root = root
    descriptor = inotify_init1(Int32(O_CLOEXEC | O_NONBLOCK))
    guard descriptor >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    try lookAgain()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Also watches the folders that are new. What is watched already stays so.
  func lookAgain() throws(Failure) {
    rootWatch = try watch(root, depth: 0)
  }

  @discardableResult
  private func watch(_ path: String, depth: Int) throws(Failure) -> Int32 {
    let number = inotify_add_watch(descriptor, path, Self.mask)
    guard number >= 0 else {
      // Gone while we looked; that is an event of its own.
      if errno == ENOENT || errno == EACCES { return -1 }
      throw Failure(reason: String(cString: strerror(errno)))
    }
    guard depth < 32, let folder = opendir(path) else { return number }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      guard entry.pointee.d_type == UInt8(DT_DIR) || entry.pointee.d_type == UInt8(DT_UNKNOWN)
      else { continue }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix("."), Self.isFolder(path + "/" + name) else { continue }
      try watch(path + "/" + name, depth: depth + 1)
    }
    return number
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Waits for the next change, and until nothing more comes.
  func next() -> Event {
    var event: Event?
    var deadline: ContinuousClock.Instant?
    while true {
      while let signal = signals?.next() {
        if signal != SIGWINCH { return .stopped }
      }
      if signals?.mustLeave == true { return .stopped }
      if let event, let deadline, deadline <= .now { return event }
      var watched = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
      if let signals {
        watched.append(pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0))
      }
      let count = poll(&watched, nfds_t(watched.count), event == nil ? -1 : Self.quiet)
      if count < 0, errno != EINTR, errno != EAGAIN { return .stopped }
      if count == 0, let event { return event }
      guard count > 0, watched[0].revents != 0 else { continue }
      switch read() {
      case .gone: return .gone
      case .changed:
        event = .changed
        deadline = deadline ?? .now + Self.longest
      case .stopped, nil: break
      }
    }
  }

  /// What the events that are there say; nil where they concern nothing of the course.
  private func read() -> Event? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return nil }
    var result: Event?
    buffer.withUnsafeBytes { bytes in
      var offset = 0
      let head = MemoryLayout<inotify_event>.size
      while offset + head <= count {
        let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let end = min(offset + head + Int(event.len), count)
        let name = bytes[(offset + head)..<end].prefix { $0 != 0 }
        offset += head + Int(event.len)
        let isOwn =
          event.mask & (UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_UNMOUNT)) != 0
        if isOwn, event.wd == rootWatch { result = .gone }
        // What an editor keeps for itself is no part of a course.
        guard result != .gone, name.first != UInt8(ascii: "."), name.last != UInt8(ascii: "~")
        else { continue }
        if !name.isEmpty || event.mask & UInt32(IN_Q_OVERFLOW) != 0 { result = .changed }
      }
    }
    return result
  }
}

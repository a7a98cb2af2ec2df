import Glibc

/// Waits for input, a signal, or the end of the time, whichever comes first.
struct InputWait {
  enum Event: Equatable {
    case readable
    case signal(Int32)
    case timedOut
    /// The terminal is gone, or we have to go.
    case closed
  }

  let descriptor: Int32
  let isTerminal: Bool
  let signals: TerminalSignals?

  func next(until deadline: ContinuousClock.Instant?) -> Event {
    while true {
      if let signals, signals.mustLeave { return .closed }
      if let signal = signals?.next() { return .signal(signal) }
      if let deadline, deadline <= .now { return .timedOut }
      var watched = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
      if let signals {
        watched.append(pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0))
      }
      let count = poll(&watched, nfds_t(watched.count), Self.milliseconds(until: deadline))
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return .closed
      }
      if signals != nil, watched[1].revents != 0 { continue }
      let events = Int32(watched[0].revents)
      if events & (POLLERR | POLLNVAL) != 0 { return .closed }
      // A pipe that was closed may still hold lines; a terminal that hung up holds nothing.
      if events & POLLHUP != 0, isTerminal { return .closed }
      if events != 0 { return .readable }
    }
  }

  /// Never longer than a few seconds, for `poll` does not count the time that a laptop sleeps.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline)
    if left >= .seconds(5) { return 5000 }
    let (seconds, attoseconds) = left.components
    return max(0, Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000) + 1)
  }
}

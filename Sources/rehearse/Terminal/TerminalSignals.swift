import Glibc

/// The signals that concern a conversation, as bytes in a pipe that is polled together with the
/// input, so that they are dealt with between two keys and never in the middle of anything.
///
/// Handlers rather than `signalfd`: a signal that is only blocked is blocked for one thread, and any
/// other thread of the process would still die of it. Handlers are also gone in a child process, where
/// a mask would be inherited.
final class TerminalSignals {
  static let watched = [SIGINT, SIGWINCH, SIGTERM, SIGHUP]

  /// Readable when a signal came.
  let descriptor: Int32
  private let writeEnd: Int32
  private var previous: [(signal: Int32, action: sigaction)] = []

  /// Nil where the system has no descriptors left. One at a time.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writeEnd = ends[1]
    signalPipe = ends[1]
    for signal in Self.watched { watch(signal) }
  }

  /// Ctrl-Z is ours only while a line is being edited, for then the terminal has to be given back
  /// first. At all other times the program just stops.
  var watchesStops = false {
    didSet {
      guard watchesStops != oldValue else { return }
      if watchesStops {
        watch(SIGTSTP)
      } else if let index = previous.firstIndex(where: { $0.signal == SIGTSTP }) {
        var action = previous.remove(at: index).action
        sigaction(SIGTSTP, &action, nil)
      }
    }
  }

  /// Stops as Ctrl-Z asks, and returns when the user comes back; at once where nobody could bring us
  /// back, as in a window of our own, for there the system drops the signal.
  func stop() {
    watchesStops = false
    // Not `raise`: a thread of a pool may have all signals blocked.
    kill(getpid(), SIGTSTP)
    watchesStops = true
  }

  private func watch(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = noteSignal
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESTART))
    // Whoever asks a second time does not want to wait until the program asks its next question.
    if signal == SIGTERM || signal == SIGHUP {
      action.sa_flags |= Int32(bitPattern: UInt32(SA_RESETHAND))
    }
    var old = sigaction()
    guard sigaction(signal, nil, &old) == 0 else { return }
    // `nohup` leaves this one ignored, and its user means it.
    if signal == SIGHUP, old.isIgnored { return }
    guard sigaction(signal, &action, nil) == 0 else { return }
    previous.append((signal, old))
  }

  /// Whether the system wants us gone. From then on no question is worth asking.
  private(set) var mustLeave = false

  /// The next signal that came, or nil.
  func next() -> Int32? {
    var byte: UInt8 = 0
    guard read(descriptor, &byte, 1) == 1 else { return nil }
    let signal = Int32(byte)
    if signal == SIGTERM || signal == SIGHUP { mustLeave = true }
    return signal
  }

  deinit {
    for (signal, action) in previous {
      var action = action
      sigaction(signal, &action, nil)
    }
    signalPipe = -1
    close(descriptor)
    close(writeEnd)
  }
}

extension sigaction {
  fileprivate var isIgnored: Bool {
    unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// Written before a handler is installed, read by the handler.
nonisolated(unsafe) private var signalPipe: Int32 = -1

/// Runs in signal context: nothing but `write`, which is safe there, and errno as it was.
private func noteSignal(_ signal: Int32) {
  let error = errno
  var byte = UInt8(truncatingIfNeeded: signal)
  _ = write(signalPipe, &byte, 1)
  errno = error
}

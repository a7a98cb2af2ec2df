#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the operating system answered, and about which file.
struct SystemError: Error, Equatable {
  var code: Int32
  var path: String

  /// Takes the code of the call that failed last on this thread.
  static func last(_ path: String) -> SystemError { SystemError(code: errno, path: path) }

  /// The system's own words, such as “No such file or directory”.
  var detail: String { String(cString: strerror(code)) }
}

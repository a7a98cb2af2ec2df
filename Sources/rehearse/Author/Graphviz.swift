import Glibc
import RehearseStore

/// Graphviz, where it is installed: lays a graph out and draws it.
enum Graphviz {
  /// The drawing as SVG.
  ///
  /// - Parameters:
  ///   - command: how it is called.
  ///   - patience: how long it may take; large graphs take it.
  static func svg(
    _ dot: String, command: [String] = ["dot"], patience: Duration = .seconds(60)
  ) throws(GraphvizFailure) -> String {
    let answer: (ending: ChildProcess.Ending, output: [UInt8], error: [UInt8])
    do {
      answer = try ChildProcess.filter(
        command + ["-Tsvg"], input: Array(dot.utf8), patience: patience)
    } catch {
      switch error {
      case .notFound: throw .notInstalled
      case .refused(_, let code): throw .refused(errno: code)
      case .tookTooLong: throw .tookTooLong(patience)
      }
    }
    let svg = String(decoding: answer.output, as: UTF8.self)
    guard answer.ending == .exited(0), svg.contains("<svg") else {
      let words = String(decoding: answer.error, as: UTF8.self)
      throw .failed(String(words.split(separator: "\n").first ?? "it gave no reason"))
    }
    return svg
  }
}

enum GraphvizFailure: ExplainedError, Equatable {
  case notInstalled
  case refused(errno: Int32)
  case tookTooLong(Duration)
  /// With the first line of what it said.
  case failed(String)

  var message: String {
    switch self {
    case .notInstalled: "SVG is drawn by Graphviz, and its program `dot` is not installed here."
    case .refused(let code): "Graphviz cannot be started: \(String(cString: strerror(code)))."
    case .tookTooLong(let patience):
      "Graphviz was not done with the drawing after \(patience.components.seconds) seconds."
    case .failed(let words): "Graphviz could not draw it: \(words)"
    }
  }

  var help: String {
    switch self {
    case .notInstalled:
      "Install it (`sudo apt-get install graphviz`), or take --format dot, or mermaid, and draw it"
        + " elsewhere."
    case .tookTooLong:
      "Take --format dot and lay it out with another program, such as `sfdp -Tsvg`."
    case .refused, .failed: "--format dot writes what it was given."
    }
  }

  /// `EX_UNAVAILABLE` where it is not there.
  var exitCode: Int32 { self == .notInstalled ? 69 : 70 }
}

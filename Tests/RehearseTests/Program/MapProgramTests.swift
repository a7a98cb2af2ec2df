import Foundation
import Testing

/// `map` as it is typed.
@Suite struct MapProgramTests {
  private let home: Folder
  init() throws { home = try Folder() }

  private static let unit = EveryConstruct.path + "/scenarios/last-call.md"
  static let hasGraphviz = FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")

  private func map(
    _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
  ) throws -> Program.Output {
    try Program.run(["map"] + arguments, home: home.path, environment: environment, in: folder)
  }

  @Test func textIsTheDefaultAndHasNoStylesInAPipe() throws {
    let output = try map([Self.unit])
    #expect(output.status == 0 && output.error.isEmpty)
    #expect(output.out.hasPrefix("The last call\n─────────────\nStates: 18, all gone through"))
    #expect(output.out.contains("★ ## Five minutes before\n"))
    #expect(!output.out.contains("\u{1B}"))
    let narrow = try map(["--plain", Self.unit], environment: ["COLUMNS": "40"])
    #expect(narrow.out.hasPrefix("The last call\n-------------\n"))
    #expect(narrow.out.split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(try map(["--format", "text", Self.unit]).out == output.out)
  }

  @Test func aTerminalHasStyles() throws {
    let session = try TerminalSession(["map", Self.unit], home: home.path)
    _ = try session.wait(for: "always holds")
    #expect(session.everything.contains("\u{1B}[1;35mThe last call\u{1B}[0m"))
    #expect(try session.end() == 0)
  }

  @Test func findsTheUnitByWhatItIsCalled() throws {
    let expected = try map([Self.unit]).out
    #expect(try map(["last-call.md"], in: EveryConstruct.path + "/scenarios").out == expected)
    #expect(try map(["scenarios/last-call.md"], in: EveryConstruct.path).out == expected)
    #expect(try map([EveryConstruct.path + "/last-call"]).out == expected)
    #expect(
      try map(
        ["every-construct/last-call"],
        environment: ["REHEARSE_COURSES": EveryConstruct.path + "/.."]
      ).out == expected)
    #expect(try map(["nowhere/at-all"]).status == 65)
    #expect(try map([EveryConstruct.path + "/final.md"]).status == 65)
  }

  /// Where one stands in a course, a path from the root of the disk is no file of that course.
  @Test func aPathFromTheRootOfTheDiskIsFoundWhereverOneStands() throws {
    let expected = try map([Self.unit]).out
    let files = try Folder()
    let elsewhere = try files.copyCourse(to: "elsewhere")
    let lone = try files.write("---\nkind: scenario\n---\n", to: "lone/unit.md")
    for folder in [files.path, elsewhere] {
      #expect(try map([Self.unit], in: folder).out == expected)
      for command in ["map", "play", "aid"] {
        for (path, words) in [(lone, "is in no course"), (lone + "x", "There is no course in")] {
          let output = try Program.run([command, path], home: home.path, in: folder)
          #expect(output.status == 65 && output.error.contains(words), "\(output)")
          #expect(!output.error.contains("root of the disk"))
        }
      }
    }
  }

  @Test func intoAFile() throws {
    for format in ["text", "dot", "mermaid", "json"] {
      let file = home.path + "/map." + format
      let output = try map([Self.unit, "--format", format, "--out", file])
      #expect(output.status == 0 && output.out.isEmpty && output.error.isEmpty, "\(output)")
      #expect(
        try map([Self.unit, "--format", format]).out == home.text(of: "map." + format), "\(format)")
    }
    #expect(try map([Self.unit, "--out", home.path + "/no/folder/map"]).status == 73)
  }

  @Test func whatDoesNotGoTogether() throws {
    for arguments in [
      ["--format", "png"], ["--limit", "0"], ["--random", "0"], ["--random", "5", "--heat"],
      ["--random", "5", "--format", "dot"], ["--mode", "practice"],
      ["--heat", "--mode", "engagement"],
    ] {
      #expect(try map([Self.unit] + arguments).status == 64, "\(arguments)")
    }
  }

  // MARK: SVG

  @Test func svgWithoutGraphviz() throws {
    let nothing = try Folder()
    let output = try map(
      [Self.unit, "--format", "svg", "--out", home.path + "/a.svg"],
      environment: ["PATH": nothing.path])
    #expect(output.status == 69)
    #expect(output.out.isEmpty)
    #expect(output.error.contains("apt-get install graphviz"))
    #expect(output.error.contains("--format dot"))
    #expect(!FileManager.default.fileExists(atPath: home.path + "/a.svg"))
  }

  @Test(.enabled(if: hasGraphviz, "Graphviz is not installed (apt-get install graphviz)."))
  func svg() throws {
    let output = try map([Self.unit, "--format", "svg"])
    #expect(output.status == 0 && output.error.isEmpty, "\(output.error)")
    let document = try svgTexts(output.out)
    #expect(document.contains("★ Signed"))
    #expect(document.contains("ending: success"))
    #expect(document.contains("Pass mark: 60%: 6 of 9 points (exact)"))
    #expect(document.contains { $0.contains("critical mistake") })
  }

  /// What an author writes shows as it was written, whatever it means to Graphviz.
  @Test(.enabled(if: hasGraphviz, "Graphviz is not installed (apt-get install graphviz)."))
  func svgOfMarkup() throws {
    let folder = try Folder()
    try folder.write("---\nkind: course\ntitle: C\n---\n\n1. [A](a.md)\n", to: "course.md")
    let words = [#"“no” \N \l & end \"#, "<b>x</b> #1;", #"{a|b} [c] "d" -> e"#]
    let choices = words.map { word in
      let escaped = word.map { "\\`*_{}[]()#+-.!<>|&\"".contains($0) ? "\\\($0)" : "\($0)" }
      return "- [\(escaped.joined())](#end)\n"
    }
    let file = try folder.write(
      "---\nkind: scenario\ntitle: A &lt;b\n---\n\n## One\n\n\(choices.joined())\n## End\n\n`ending success`\n",
      to: "a.md")
    let output = try map([file, "--format", "svg"])
    #expect(output.status == 0 && output.error.isEmpty, "\(output.error)")
    let texts = try svgTexts(output.out).map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(texts.contains("A &lt;b"), "\(texts)")
    // The first choice is the best line.
    for (number, word) in words.enumerated() {
      #expect(
        texts.contains((number == 0 ? "★ " : "") + "\(number + 1). \(word)"), "\(texts)")
    }
  }

  /// The texts of a drawing, which must be well-formed XML.
  private func svgTexts(_ svg: String) throws -> [String] {
    struct NotWellFormed: Error {}
    let python = try Program.python(
      "import sys, xml.etree.ElementTree as t\n"
        + "for e in t.parse(sys.stdin).getroot().iter():\n"
        + "    if e.tag.endswith('}text'): print(e.text)", input: svg)
    guard let python else { throw NotWellFormed() }
    return python.components(separatedBy: "\n")
  }

  // MARK: Heat

  @Test func heatOfRealAttempts() throws {
    for (mode, answers) in [
      ([], "1\nMy words\n1\n1\n"), ([], "4\nx\n1\n1\n"), (["--assessed"], "4\nx\n3\n1\n"),
      ([], "1\n"),
    ] {
      _ = try Program.run(
        ["play", EveryConstruct.path + "/last-call", "--answers", "-", "--json"] + mode,
        input: answers, home: home.path)
    }
    func heat(_ arguments: [String] = []) throws -> [String: Any] {
      let output = try map([Self.unit, "--heat", "--format", "json"] + arguments)
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(output.out.utf8)) as? [String: Any])
      return try #require(report["heat"] as? [String: Any])
    }
    let all = try heat()
    #expect(all["attempts"] as? Int == 4)
    #expect(all["ended"] as? Int == 3)
    #expect(all["open"] as? Int == 1)
    #expect(all["otherText"] as? Int == 0)
    let ways = try #require(all["ways"] as? [[String: Any]])
    let first = try #require(ways.first { $0["id"] as? String == "five-minutes-before:1" })
    #expect(first["taken"] as? Int == 2)
    #expect(first["of"] as? Int == 4)
    let scenes = try #require(all["scenes"] as? [[String: Any]])
    #expect(scenes.first { $0["scene"] as? String == "the-call" }?["open"] as? Int == 1)
    let assessed = try heat(["--mode", "assessed"])
    #expect(assessed["attempts"] as? Int == 1)
    #expect(assessed["mode"] as? String == "assessed")
    // Only where it is asked for.
    #expect(try !map([Self.unit, "--format", "json"]).out.contains("\"heat\""))
    #expect(try map([Self.unit, "--heat"]).out.contains("On this machine: 4 attempts: 3 ended"))
    #expect(try map([Self.unit, "--heat", "--format", "dot"]).out.contains("taken 2 of 4"))
    #expect(try map([Self.unit, "--heat", "--format", "mermaid"]).out.contains("1 stopped here"))
  }

  @Test func randomPlayAsTextAndJSON() throws {
    let text = try map([Self.unit, "--random", "50"])
    #expect(text.status == 0)
    #expect(text.out.contains("Plays: 50, with seed 1"))
    let json = try map([Self.unit, "--random", "50", "--format", "json"])
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    #expect(report["plays"] as? Int == 50)
  }
}

extension Program {
  /// What a few lines of Python print; nil where they fail.
  static func python(_ lines: String, input: String) throws -> String? {
    let folder = try Folder()
    let script = try folder.write(lines, to: "script.py")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script]
    let file = try folder.write(input, to: "input")
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
    let out = Pipe()
    process.standardOutput = out
    try process.run()
    let bytes = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }
}

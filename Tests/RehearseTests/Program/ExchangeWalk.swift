import Foundation
import Testing

@testable import rehearse

/// Several data directories beside one another, and the files that go from one to the other: every
/// command is a process of its own, and what stood on the screens is kept.
final class ExchangeWalk {
  let folder: Folder
  let course: SmallCourse
  private(set) var screen = ""

  init() throws {
    folder = try Folder()
    course = try SmallCourse()
    try FileManager.default.copyItem(atPath: course.path, toPath: folder.path + "/plain")
    try folder.write("correct horse\n", to: "passphrase")
  }

  /// - Parameter who: the name of the data directory.
  @discardableResult
  func run(
    _ who: String, _ arguments: String..., input: String = "", isShown: Bool = true,
    passphrase: String = "passphrase", environment: [String: String] = [:],
    expecting status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Output {
    var surroundings = ["REHEARSE_PASSPHRASE_FILE": folder.path + "/" + passphrase]
    surroundings.merge(environment) { $1 }
    let output = try Program.run(
      arguments, input: input, home: folder.path + "/" + who, environment: surroundings,
      in: folder.path)
    #expect(output.status == status, "\(arguments): \(output)", sourceLocation: sourceLocation)
    if isShown {
      let words = arguments.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
      // The name of a month decides where the list is broken into lines.
      let out =
        arguments == ["certificates"] ? output.out.replacing("\n  ", with: " ") : output.out
      screen += "\(who)$ rehearse \(words)\n\(out)\(output.error)"
      if output.status != 0 { screen += "(exit \(output.status))\n" }
      screen += "\n"
    }
    return output
  }

  /// What is another each time, by what it is. Times are of today.
  var masked: String {
    screen
      .replacing(folder.path, with: "(folder)")
      .replacing(/did:key:z[1-9A-HJ-NP-Za-km-z]+/, with: "(did)")
      .replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "(id)")
      .replacing(/…[1-9A-HJ-NP-Za-km-z]{8}\b/, with: "…(key)")
      .replacing(/key [A-Za-z0-9_-]{43}\n/, with: "key (thumbprint)\n")
      .replacing(/[0-9a-f]{64}/, with: "(digest)")
      .replacing(/[0-9a-f]{12}…/, with: "(digest)…")
      .replacing(/(revoke|export) [0-9a-f]{8}\b/) { "\($0.output.1) (id)" }
      .replacing(/\n[0-9a-f]{8}:/, with: "\n(id):")
      .replacing(/\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?/, with: "(day)")
      .replacing(/\d{1,2} [A-Z][a-z]+ 20\d\d/, with: "(day)")
  }

  /// Plays what the certificate asks for; it is awarded there and then.
  func earn(_ who: String, as name: String) throws {
    try run(who, "name", name)
    try run(who, "play", "plain/lesson", input: "\n", isShown: false)
    try run(who, "play", "plain/exam", "--assessed", "--answers", "-", input: "t\nt\n")
  }

  /// The id of the newest certificate.
  func certificate(of who: String) throws -> String {
    let list = try run(who, "certificates", "--json", isShown: false).out
    let lines = try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [NSDictionary]
    let id = try #require(lines?.first?["id"] as? String)
    return id.replacing("urn:uuid:", with: "")
  }

  /// The organisation's keys, its trust file, and that of whoever verifies.
  func found() throws {
    try run("academy", "key", "new", "academy", "--name", "Northwind Academy")
    try run("academy", "key", "new", "root", "--name", "Northwind root")
    try run("body", "key", "new", "body", "--name", "Institute of Consultants")
    let exported = try run("body", "key", "export", "body", isShown: false)
    try folder.write(exported.out, to: "body.pub")
    try run(
      "academy", "trust", "new", "--issuer", "academy", "--root", "root", "--endorser",
      "./body.pub", "--expires", "2097-12-31", "--out", "trust1.json")
    try run("academy", "trust", "sign", "trust1.json", "--key", "root")
    try run("academy", "trust", "add", "trust1.json", "--yes")
    try run("verifier", "trust", "add", "trust1.json", "--yes")
  }

  func enrolAndEndorse(_ record: String) throws {
    try run("academy", "enrol", record, "--key", "academy", "--until", "2096-11-22", "--yes")
    try run("academy", "endorse", record, "--key", "academy", "--course", "plain")
  }
}

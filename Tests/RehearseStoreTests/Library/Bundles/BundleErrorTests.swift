import RehearseCore
import Testing

@testable import RehearseStore

@Suite("What refusals say") struct BundleErrorTests {
  private static let again =
    "Nothing was changed. Ask whoever sent it to pack it again with `rehearse pack`."

  static let table: [(BundleError, message: String, help: String)] = [
    (.cannotRead(detail: "why"), "It cannot be read (why).", "Check the path of the bundle."),
    (
      .notABundle, "It is not a course bundle.",
      "Name a file that `rehearse pack` wrote, or the folder of a course."
    ),
    (
      .newer, "It was written by a later version of Rehearse.",
      "Install the latest Rehearse, and try again. Nothing was changed."
    ),
    (.tooLarge(limit: 320 << 20), "It is larger than 320 MiB.", again),
    (.damaged(detail: "why"), "It is damaged (why).", again),
    (.foreignSchema(name: "x"), "It holds “x”, which is no part of a bundle.", again),
    (.path(.outside(path: "../x")), "../x leads out of the course folder.", again),
    (.roundabout(path: "a//b"), "“a//b” is not the plain form of a path.", again),
    (.pathTooLong(path: "abc", limit: 255), "The name “abc…” has more than 255 bytes.", again),
    (.collision(path: "A", other: "a"), "“A” and “a” are one name on some disks.", again),
    (.fileAndFolder(path: "a"), "“a” is a file, and a folder with files in it.", again),
    (
      .notPlain(path: "a"), "“a” is not a plain file, but a link, a folder or the like.", again
    ),
    (.oddEntry(path: "a"), "The entry “a” is not as an archive has them.", again),
    (.fileTooLarge(path: "a", limit: 16 << 20), "“a” is larger than 16 MiB.", again),
    (.tooManyFiles(limit: 10_000), "It has more than 10000 files.", again),
    (.filesTooLarge(limit: 256 << 20), "Its files are larger than 256 MiB together.", again),
    (.compressed(path: "a"), "“a” is compressed, and files in a bundle are not.", again),
    (.wrongSize(path: "a", said: 1, found: 2), "“a” should have 1 bytes and has 2.", again),
    (.noManifest, "It has no manifest, the list of its files with their digests.", again),
    (.manifestLine(3), "Line 3 of its manifest is not understood.", again),
    (.missing(path: "a"), "“a” is in the manifest, and not in the bundle.", again),
    (.unlisted(path: "a"), "“a” is in the bundle, and not in its manifest.", again),
    (
      .changed(path: "a"), "“a” is not the file that was packed: its digest is another.", again
    ),
    (.wrongDigest, "The digest of the course is not the one that its files make.", again),
    (
      .otherCourse(field: "title", said: "a", found: "b"),
      "The manifest gives the title “a”, and the course “b”.", again
    ),
    (.courseErrors([]), "The course has 0 errors.", again),
  ]

  @Test(arguments: table)
  func wording(reason: BundleError, message: String, help: String) {
    let refused = CourseRefused(path: "x.rehearse", act: .installing, reason: reason)
    #expect(refused.message == "x.rehearse is not installed. " + message)
    #expect(refused.help == help)
    #expect(refused.exitCode == (reason == .cannotRead(detail: "why") ? 74 : 65))
  }

  /// Who packs can mend what is wrong.
  @Test(arguments: [
    (
      BundleError.path(.hidden(path: ".x")),
      "Rename it without the dot if it belongs to the course."
    ),
    (.collision(path: "A", other: "a"), "Rename one of the files."),
    (.fileTooLarge(path: "a", limit: 16 << 20), "Make it smaller, or link to it on the web."),
    (.tooManyFiles(limit: 10_000), "Check that this is the folder of one course."),
    (
      .courseErrors([]), "Mend the errors first: `rehearse check` shows them with the way to do it."
    ),
  ])
  func mends(reason: BundleError, help: String) {
    let refused = CourseRefused(path: "course", act: .packing, reason: reason)
    #expect(refused.message.hasPrefix("course is not packed. "))
    #expect(refused.help == help)
  }
}

import Testing

@testable import RehearseStore

@Suite("The digest of a course") struct CourseDigestTests {
  /// The examples of FIPS 180-4, and of the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func vectors(message: String, digest: String) {
    #expect(SHA256Digest.hex(of: Array(message.utf8)) == digest)
    let bytes = SHA256Digest.bytes(of: Array(message.utf8))
    #expect(bytes.count == 32)
    #expect(
      bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == digest)
  }

  @Test func theManifestIsWhatSha256sumPrints() throws {
    let folder = try TemporaryFolder()
    try folder.write("abc", to: "b/abc.md")
    try folder.write("", to: "a.md")
    // `b.md` comes before `b/abc.md`: a full stop before a slash, byte by byte.
    try folder.write("", to: "b.md")
    // An umlaut comes after every ASCII letter.
    try folder.write("abc", to: "Z.md")
    try folder.write("abc", to: "ä.md")
    try folder.write("left out", to: ".hidden/x.md")
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let manifest = """
      \(abc)  Z.md
      \(empty)  a.md
      \(empty)  b.md
      \(abc)  b/abc.md
      \(abc)  ä.md

      """
    let digest = try CourseDigest(of: FolderSource(CourseFolder(folder.path)))
    #expect(digest.manifest == manifest)
    #expect(digest.hex == SHA256Digest.hex(of: Array(manifest.utf8)))
  }

  @Test func aCourseWithoutFilesHasTheDigestOfNothing() {
    #expect(
      CourseDigest(files: []).hex
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}

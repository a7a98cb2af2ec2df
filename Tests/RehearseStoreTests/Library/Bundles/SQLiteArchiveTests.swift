import Foundation
import Testing

@testable import RehearseStore

/// The pages are those that SQLite would have written, and the same each time.
@Suite("SQLite archive") struct SQLiteArchiveTests {
  /// Sizes around every border: what a page holds, what spills over, one level more.
  private static func files(_ count: Int, longest: Int, _ seed: UInt64) -> [PackedCourse.File] {
    var state = seed
    func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    return (0..<count).map { number in
      let sizes = [
        0, 1, 50, 300, 3_900 + next(below: 300), 4_020 + next(below: 50), 8_150 + next(below: 50),
        20_000,
      ]
      return PackedCourse.File(
        path: String(repeating: "n", count: 1 + next(below: longest)) + "-\(number)",
        bytes: [UInt8](repeating: UInt8(next(below: 256)), count: sizes[next(below: sizes.count)]))
    }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Reading checks the integrity of the database, its index included.
  @Test func holdsWhatWasPutIn() throws {
    for count in [0, 1, 2, 3, 4, 5, 8, 13, 21, 34, 55, 89] {
      let files = Self.files(count, longest: 1_300, UInt64(count))
      let read = try BundleDatabase(
        SQLiteArchive.bytes(of: files.reversed().map { ($0.path, $0.bytes) })
      ).entries()
      #expect(read == files, "\(count) files")
    }
  }

  /// Every size of a row around the most that a page holds, and of an entry of the index.
  @Test func holdsWhatJustFits() throws {
    let sizes = Array(4_000...4_070) + Array(8_110...8_140)
    let files =
      sizes.map { PackedCourse.File(path: "size-\($0)", bytes: [UInt8](repeating: 7, count: $0)) }
      + (960...1_010).map {
        PackedCourse.File(path: "\($0)" + String(repeating: "x", count: $0), bytes: [])
      }
    let read = try BundleDatabase(SQLiteArchive.bytes(of: files.map { ($0.path, $0.bytes) }))
      .entries()
    #expect(Set(read.map(\.path)) == Set(files.map(\.path)))
    #expect(read.allSatisfy { $0.bytes.isEmpty || $0.path == "size-\($0.bytes.count)" })
  }

  @Test func holdsAsManyAsACourseCanHave() throws {
    let files = (0..<10_001).map { PackedCourse.File(path: "\(10_000 + $0)/name.md", bytes: [7]) }
    let read = try BundleDatabase(SQLiteArchive.bytes(of: files.map { ($0.path, $0.bytes) }))
      .entries()
    #expect(read == files)
  }

  /// Made once, on one machine: the day it differs on another, bundles are not what was promised.
  @Test func isTheSameToTheByte() throws {
    let bytes = CourseBundle.bytes(of: try packed(smallCourse))
    #expect(bytes.count == 12_288)
    #expect(
      SHA256Digest.hex(of: bytes)
        == "d4e67c71de2d29097a468234ce60ccb88f134b95530d09afa8e550cb799276e8")
    let many = Self.files(60, longest: 1_300, 1).map { ($0.path, $0.bytes) }
    #expect(
      SHA256Digest.hex(of: SQLiteArchive.bytes(of: many))
        == "0d6dad53ab91ce7705dc0a37687e80daa57b68dd6e765a9a09527ee7afc551c0")
  }

  /// <https://www.sqlite.org/fileformat2.html>, section 1.3.
  @Test func saysWhatItIs() throws {
    let bytes = CourseBundle.bytes(of: try packed(smallCourse))
    #expect(bytes[68..<72].elementsEqual("RHBN".utf8))
    #expect(Array(bytes[60..<64]) == [0, 0, 0, 1])
  }
}

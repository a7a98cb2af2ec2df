/// A ZIP archive whose files are stored as they are, for content packages.
/// Source: PKWARE APPNOTE 6.3, sections 4.3 and 4.4. Names are UTF-8; every file has the earliest date
/// that the format knows, so that the same package always has the same bytes.
package enum StoredZIP {
  /// - Parameter files: at most 65,535, each under 4 GiB and the whole too.
  package static func archive(_ files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let offset = out.count
      var common: [UInt8] = []
      // Version 2.0, names in UTF-8, stored, 1980-01-01 00:00.
      for value in [20, 0x0800, 0, 0, 0x21] as [UInt16] { add(value, to: &common) }
      add(CRC32.checksum(file.bytes), to: &common)
      add(UInt32(truncatingIfNeeded: file.bytes.count), to: &common)
      add(UInt32(truncatingIfNeeded: file.bytes.count), to: &common)
      add(UInt16(truncatingIfNeeded: file.path.utf8.count), to: &common)
      add(UInt16(0), to: &common)
      add(UInt32(0x0403_4B50), to: &out)
      out += common + Array(file.path.utf8) + file.bytes
      add(UInt32(0x0201_4B50), to: &directory)
      add(UInt16(20), to: &directory)
      directory += common
      // No comment, first disk, no attributes.
      for value in [0, 0, 0] as [UInt16] { add(value, to: &directory) }
      add(UInt32(0), to: &directory)
      add(UInt32(truncatingIfNeeded: offset), to: &directory)
      directory += Array(file.path.utf8)
    }
    let start = out.count
    out += directory
    add(UInt32(0x0605_4B50), to: &out)
    for value in [0, 0, files.count, files.count] as [Int] {
      add(UInt16(truncatingIfNeeded: value), to: &out)
    }
    add(UInt32(truncatingIfNeeded: directory.count), to: &out)
    add(UInt32(truncatingIfNeeded: start), to: &out)
    add(UInt16(0), to: &out)
    return out
  }

  private static func add(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}

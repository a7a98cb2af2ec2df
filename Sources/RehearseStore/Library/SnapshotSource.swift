/// A course as it was when the snapshot was taken.
package struct SnapshotSource: CourseSource {
  package let library: Library
  package let digest: String

  package init(_ digest: String, in library: Library) {
    self.digest = digest
    self.library = library
  }

  package func bytes(of path: String) throws(StoreError) -> [UInt8]? {
    try library.file(path, inSnapshot: digest)
  }

  package func paths() throws(StoreError) -> [String] { try library.paths(inSnapshot: digest) }
}

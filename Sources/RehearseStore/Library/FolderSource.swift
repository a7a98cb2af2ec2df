/// A course as it is in its folder now.
package struct FolderSource: CourseSource, Equatable {
  package let folder: CourseFolder

  package init(_ folder: CourseFolder) { self.folder = folder }

  package func bytes(of path: String) throws(CourseFolderError) -> [UInt8]? {
    try folder.read(path)
  }

  package func paths() throws(CourseFolderError) -> [String] { try folder.files() }
}

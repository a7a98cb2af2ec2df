import Testing

/// A mistake that a trainer makes in a course that was right: what was changed, where the finding
/// must stand, and how what the finding says mends it.
struct Mistake: Sendable, CustomTestStringConvertible {
  /// What the trainer did, in a few words; no two are alike.
  var name: String
  var file: SampleFile
  var changes: [Change]
  var place: Place
  var mend: Mend
  /// Where nothing worse than advice fits.
  var isAdvice = false

  /// Something that was done to a file of the course.
  enum Change: Sendable {
    /// `was` stands in the file exactly once. `⟦⟧` in `becomes` marks the line of the finding.
    case edit(String, was: String, becomes: String)
    case remove(String)
    case rename(String, to: String)
    case add(String, text: String)
    case save(String, as: Encoding)
  }

  enum Encoding: Sendable { case utf16, windows1252 }

  /// The line that the finding must stand on.
  enum Place: Sendable {
    /// Where `⟦⟧` stands in the first edit, or else where the edit begins.
    case edit
    /// The first line of the file, for what is about the file as a whole.
    case top
    /// The line with these words, which stand in the file once.
    case words(String)
    /// The first line of another file.
    case topOf(String)
    /// The line with these words in another file.
    case wordsOf(String, String)
  }

  /// What the author does when told.
  enum Mend: Sendable {
    /// Takes what `Did you mean` offers in place of these words, which stand on the finding's line
    /// once.
    case suggested(inPlaceOf: String)
    /// Does what the finding says (these words stand in it), and so writes again what stood there.
    case undo(says: String)
    /// Does what the finding says in another way.
    case edit(says: String, was: String, becomes: String)
    case changes(says: String, [Change])
  }

  var testDescription: String { name }

  init(
    _ name: String, in file: SampleFile, _ was: String, _ becomes: String, at place: Place = .edit,
    isAdvice: Bool = false, mend: Mend
  ) {
    self.init(
      name, in: file, [.edit(file.path, was: was, becomes: becomes)], at: place,
      isAdvice: isAdvice, mend: mend)
  }

  init(
    _ name: String, in file: SampleFile, _ changes: [Change], at place: Place,
    isAdvice: Bool = false, mend: Mend
  ) {
    self.name = name
    self.file = file
    self.changes = changes
    self.place = place
    self.mend = mend
    self.isAdvice = isAdvice
  }
}

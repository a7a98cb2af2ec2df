/// The words of an assessment as numbers: each is spelled, compared and taken apart once, however
/// often it stands somewhere.
struct Vocabulary {
  typealias Word = Int32
  /// Words with the same root have the same number; −1 for a small word.
  typealias Root = Int32

  private var words: [String: Word] = [:]
  private var spellings: [String] = []
  private var rootNumbers: [String: Root] = [:]
  private var roots: [Root] = []

  mutating func words(of text: String) -> [Word] {
    var found: [Word] = []
    PlainWords.each(of: text) { spelling in found.append(word(spelling)) }
    return found
  }

  private mutating func word(_ spelling: String) -> Word {
    if let known = words[spelling] { return known }
    let new = Word(spellings.count)
    words[spelling] = new
    spellings.append(spelling)
    if let root = EnglishWords.contentRoot(spelling) {
      let number = rootNumbers[root] ?? Root(rootNumbers.count)
      rootNumbers[root] = number
      roots.append(number)
    } else {
      roots.append(-1)
    }
    return new
  }

  func spelling(_ word: Word) -> String { spellings[Int(word)] }

  /// The root of a word that carries a meaning of its own; nil for a small word.
  func contentRoot(_ word: Word) -> Root? {
    let root = roots[Int(word)]
    return root < 0 ? nil : root
  }

  /// The roots of the words that carry a meaning of their own, each once.
  func content(_ words: [Word]) -> [Root] {
    var roots: [Root] = []
    for word in words {
      if let root = contentRoot(word), !roots.contains(root) { roots.append(root) }
    }
    return roots
  }

  /// For each word, whether it has a property.
  func table(_ has: (String) -> Bool) -> [Bool] { spellings.map(has) }
}

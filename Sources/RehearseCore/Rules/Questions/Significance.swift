/// When a pattern over a whole assessment is taken for more than chance.
enum Significance {
  static let limit = 0.01
}

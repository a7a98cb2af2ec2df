extension Transcript {
  /// The first three bytes of each event's hash, four characters of base64url an event: kept in a
  /// certificate, they tell at which event another transcript begins to differ. The proof that it
  /// differs is the digest of the whole.
  package var eventChecks: String {
    Base64URL.text(of: entries.flatMap { Self.check($0) })
  }

  /// The number, from 1, of the first event that is not the one that the checks are of; nil where
  /// none differs.
  package func firstDifference(from checks: String) -> Int? {
    guard let bytes = Base64URL.bytes(of: checks) else { return nil }
    for (index, entry) in entries.enumerated() {
      let check = bytes.dropFirst(index * 3).prefix(3)
      if !check.elementsEqual(Self.check(entry)) { return index + 1 }
    }
    return bytes.count / 3 > entries.count ? entries.count + 1 : nil
  }

  private static func check(_ entry: Entry) -> [UInt8] {
    stride(from: 0, to: 6, by: 2).map { place in
      UInt8(entry.hash.dropFirst(place).prefix(2), radix: 16) ?? 0
    }
  }
}

/// Who vouches for a certificate, as far as a verifier can tell.
package enum TrustLevel: Equatable, Sendable {
  /// A laptop's own key, which nobody known vouches for.
  case selfIssued
  /// Somebody who goes by a name, with a key that nobody known vouches for.
  case unknownIssuer(String)
  /// A laptop whose key an organisation vouches for.
  case enrolledLaptop(organisation: String)
  /// An organisation that replayed the evidence.
  case organisation(String)
  /// The same, and further parties who put their names to it.
  case coSigned(organisation: String, by: [String])
}

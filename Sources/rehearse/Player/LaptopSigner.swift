import RehearseCore
import RehearseStore

extension CertificateSigner {
  /// Signs with the key of this installation, which is made when it is first needed.
  static func laptop(_ environment: [String: String], now: String) -> CertificateSigner {
    let directory = DataDirectory(environment: environment)
    return CertificateSigner(
      holder: { try LaptopKey(in: directory).did.text },
      sign: { credential in
        SignedCredential.sign(credential, with: try LaptopKey(in: directory), created: now)
      })
  }
}

internal import GRDB

extension RecordsDatabase {
  /// The signed text of the certificate whose UUID begins so; upper and lower case are one.
  package func certificate(matching prefix: String) throws -> String {
    var digits = prefix.lowercased()
    if digits.hasPrefix("urn:uuid:") { digits.removeFirst("urn:uuid:".count) }
    let isUsable = !digits.isEmpty && digits.allSatisfy { "0123456789abcdef-".contains($0) }
    let found = try read { db in
      try Row.fetchAll(
        db, sql: "SELECT body FROM credential WHERE kind = 'certificate' AND id LIKE ?",
        arguments: ["urn:uuid:\(digits)%"]
      ).map { try $0.decode(String.self, atIndex: 0) }
    }
    guard let body = found.first, found.count == 1, isUsable else {
      throw NoSuchCertificate(prefix: prefix, count: isUsable ? found.count : 0)
    }
    return body
  }
}

/// None or several certificates have an id that begins so.
package struct NoSuchCertificate: ExplainedError, Equatable {
  package var prefix: String
  package var count: Int

  package var message: String {
    count == 0
      ? "You have no certificate whose id begins with “\(prefix)”."
      : "The ids of \(count) certificates begin with “\(prefix)”."
  }

  package var help: String {
    count == 0
      ? "`rehearse certificates` lists what you hold, with the ids." : "Write more of the id."
  }

  package var exitCode: Int32 { 65 }
}

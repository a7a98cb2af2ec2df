/// Why a key cannot be made, opened or used.
package enum KeyFailure: ExplainedError, Equatable {
  case store(StoreError)
  case damaged(path: String, detail: String)
  case noSuchKey(String)
  case taken(String)
  case name(String)
  case organisation(String)
  case wrongPassphrase(String)
  case weakPassphrase
  case retired(String)

  package var message: String {
    switch self {
    case .store(let error): error.message
    case .damaged(let path, let detail): "The key in \(path) cannot be used: \(detail)."
    case .noSuchKey(let name): "There is no key “\(name)”."
    case .taken(let name): "There is a key “\(name)” already."
    case .name(let name): "“\(name)” cannot be the name of a key."
    case .organisation(let name): "“\(name)” cannot be the name of an organisation."
    case .wrongPassphrase(let name): "That is not the passphrase of the key “\(name)”."
    case .weakPassphrase: "The passphrase is shorter than \(KeyFile.minimumPassphrase) letters."
    case .retired(let name): "The key “\(name)” is retired and signs nothing new."
    }
  }

  package var help: String {
    switch self {
    case .store(let error): error.help
    case .damaged: "Put the file back from a backup."
    case .noSuchKey: "`rehearse key list` shows the keys; `rehearse key new NAME` makes one."
    case .taken: "Take another name, or replace the key with `rehearse key rotate`."
    case .name:
      "Use small letters, digits and hyphens, beginning with a letter, at most 40 in all; “laptop”"
        + " is this installation's own key."
    case .organisation: "Write it on one line, as certificates are to show it."
    case .wrongPassphrase: "Try again. Nobody can open the key without its passphrase."
    case .weakPassphrase: "Four words that do not belong together are easy to keep in mind."
    case .retired: "Sign with the key that took its place."
    }
  }

  package var exitCode: Int32 {
    switch self {
    case .store(let error): error.exitCode
    case .damaged, .noSuchKey, .wrongPassphrase, .weakPassphrase, .retired: 65
    case .taken: 73
    case .name, .organisation: 64
    }
  }
}

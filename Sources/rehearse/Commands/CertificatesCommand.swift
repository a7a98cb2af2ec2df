import ArgumentParser

struct CertificatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificates", abstract: "Write out the certificates that you hold.",
    subcommands: [CertificatesExportCommand.self])
}

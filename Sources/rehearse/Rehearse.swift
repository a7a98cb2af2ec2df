import ArgumentParser
import RehearseStore

/// The program. Every command is one file in `Commands/` and one entry here; the order is the order
/// of the help.
@main
struct Rehearse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Rehearse the hard conversations of consulting work, offline, in a terminal.",
    discussion: """
      Without a command it goes on where you stopped.

      Exit status: 0 fine; 1 the answer is no (check found errors, a replay disagrees); 64 wrong \
      usage; 65 input that cannot be used; 73 something cannot be written; 74 something cannot be \
      read.
      """,
    version: "0.1.0",
    subcommands: [
      HomeCommand.self, PlayCommand.self, AidCommand.self, ChecklistCommand.self,
      ProgressCommand.self, CertificatesCommand.self, NameCommand.self, DebriefCommand.self,
      NotesCommand.self, NewCommand.self, CheckCommand.self, LSPCommand.self, MapCommand.self,
      PreviewCommand.self, ImportCommand.self,
      ExportCommand.self, PackCommand.self, InstallCommand.self, CoursesCommand.self,
      RemoveCommand.self,
      ReplayCommand.self, ExportTranscriptCommand.self, BackupCommand.self, RestoreCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)

  static func main() {
    // A descriptor that is closed would be given to the record, and screens written into it.
    StandardConsole.openStandardDescriptors()
    self.main(nil)
  }
}

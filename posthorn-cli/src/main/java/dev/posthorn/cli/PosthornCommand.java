package dev.posthorn.cli;

import dev.posthorn.cli.connection.GlobalOptions;
import picocli.CommandLine.Command;

/** {@code posthorn} itself. */
@Command(
        name = "posthorn",
        description = "Sends webhooks: every accepted event is stored, signed, delivered, retried.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = VersionLine.class,
        footer = {"", "Start with: posthorn demo", "Help for a command: posthorn COMMAND --help"})
final class PosthornCommand extends GlobalOptions {}

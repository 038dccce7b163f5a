package be.kruispunt.hub.command;

import picocli.CommandLine.Command;

/** {@code hub register}. */
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "Shows and changes who takes part: institutions, authorisations, the reference directory.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RegisterApplyCommand.class, RegisterShowCommand.class, RegisterHistoryCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub register show > register.yaml",
            "  hub register apply register.yaml",
            "  hub register history --last 20"
        })
final class RegisterCommand {}

package be.kruispunt.hub.command;

import picocli.CommandLine.Command;

/** {@code hub rights}. */
@Command(
        name = "rights",
        mixinStandardHelpOptions = true,
        description =
                "Looks into the buffer store of social rights: which rights there are, why somebody has one, who is"
                        + " stopped.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RightsSchemesCommand.class,
            RightsExplainCommand.class,
            RightsReleaseCommand.class,
            RightsDeriveCommand.class,
            RightsLoadCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights schemes",
            "  hub rights explain 84031712187 ENERGY_SOCIAL_TARIFF --day 2026-11-20",
            "  hub rights release BE:0999900447 --by Jan",
            "  hub rights derive",
            "  hub rights load --population 10000"
        })
final class RightsCommand {}

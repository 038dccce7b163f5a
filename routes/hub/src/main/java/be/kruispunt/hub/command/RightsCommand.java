package be.kruispunt.hub.command;

import picocli.CommandLine.Command;

/** {@code hub rights}. */
@Command(
        name = "rights",
        mixinStandardHelpOptions = true,
        description = "Looks into the buffer store of social rights: which rights there are, why somebody has one, how"
                + " sources and suppliers stand.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RightsSchemesCommand.class,
            RightsExplainCommand.class,
            RightsAskCommand.class,
            RightsStatusCommand.class,
            RightsReleaseCommand.class,
            RightsDeriveCommand.class,
            RightsLoadCommand.class,
            RightsAnswerCommand.class,
            RightsAskedCommand.class,
            RightsVerifyProofCommand.class,
            RightsExpireCommand.class,
            RightsSubscribeCommand.class,
            RightsRunCommand.class,
            RightsRunsCommand.class,
            RightsCodeCommand.class,
            RightsCheckCommand.class,
            RightsKeysCommand.class,
            RightsWithdrawalsCommand.class,
            RightsWithdrawCodeCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights schemes",
            "  hub rights explain 84031712187 ENERGY_SOCIAL_TARIFF --reason 'audit 26/7' --day 2026-11-20",
            "  hub rights status",
            "  hub rights release BE:0999900447 --by Jan",
            "  hub rights derive",
            "  hub rights load --population 10000",
            "  hub rights answer 01a20141-942e-7270-a0c1-96097ca442d6 --reason 'audit 26/7'",
            "  hub rights asked 84031712187 --reason 'request 26/031'",
            "  hub rights runs",
            "  hub rights check eyJ... --key keys.json"
        })
final class RightsCommand {}

package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.bl1.BL1;
import be.kruispunt.documents.jaxb.bl1.FamilyMember;
import be.kruispunt.documents.jaxb.bl1.Registration;
import be.kruispunt.documents.jaxb.bl1.Right;
import java.util.ArrayList;
import java.util.List;

/** What form BL1 asks for (administrative arrangement to the Agreement of 24 March 1994, art. 7 par. 1). */
public final class BL1Rules {
    private BL1Rules() {}

    /** Every rule of BL1, those of all documents first. */
    public static List<Rule<BL1>> all() {
        var rules = new ArrayList<Rule<BL1>>(CommonRules.of("BL1"));
        rules.add(Issuer.rule("5.1", BL1Rules::issuer));
        rules.add(Rule.error(
                "BL1-STEP-ORDER",
                "10",
                "box 10 is filled in without part B",
                "wait for part B, and repeat it",
                BL1Rules::stepOrder));
        rules.add(Rule.error(
                "BL1-RIGHT-CHOICE",
                "4",
                "4.1 or 4.2: exactly one of them",
                "say either until revocation or until a day",
                BL1Rules::rightChoice));
        rules.add(Rule.error(
                "BL1-NO-MATRICULE",
                "2.4",
                "the worker's Luxembourg registration number is missing",
                "add the matricule, with country LU",
                BL1Rules::matricule));
        rules.add(Rule.error(
                "BL1-REGISTRATION-CHOICE",
                "6",
                "6.2 or 6.3: exactly one of them",
                "say either since when, or why not",
                BL1Rules::registrationChoice));
        rules.add(Rule.error(
                "BL1-MEMBERS-NOT-REGISTERED",
                "7",
                "box 7 names registered members, and 6.3 says that they were not registered",
                "leave out one of the two",
                BL1Rules::membersNotRegistered));
        rules.add(Rule.error(
                "BL1-NUMBER-TOO-EARLY",
                "7",
                "the registration number of a member is filled in with box 10 only (box 9)",
                "leave it to the competent institution",
                BL1Rules::numberTooEarly));
        rules.add(Rule.error(
                "BL1-NUMBER-MISSING",
                "7",
                "box 10 is filled in, and the registration number of a member is missing (box 9)",
                "add the member's number",
                BL1Rules::numberMissing));
        return List.copyOf(rules);
    }

    /**
     * Box 5.1 numbers the competent institution, which issues part A and box 10. Box 8, of the institution that issues
     * part B, has no number; who may add part B is told by the case.
     */
    private static void issuer(Reading<BL1> reading, Report report) {
        if (BL1Step.of(reading.content()) != BL1Step.B) {
            Issuer.check(reading, reading.place("PartA/CompetentInstitution/codeNumber"), report);
        }
    }

    private static void stepOrder(Reading<BL1> reading, Report report) {
        if (BL1Step.hasBox10(reading.content()) && reading.content().getPartB() == null) {
            report.at(reading.place("Confirmation"));
        }
    }

    private static void rightChoice(Reading<BL1> reading, Report report) {
        Right right = reading.content().getPartA().getRight();
        if ((right.isUntilRevoked() == null) == (right.getUntil() == null)) {
            report.at(reading.place("PartA/Right"));
        }
    }

    private static void matricule(Reading<BL1> reading, Report report) {
        if (reading.content().getPartA().getWorker().getRegistrationNumber().stream()
                .noneMatch(number -> number.getCountry().equals("LU"))) {
            report.at(reading.place("PartA/Worker/RegistrationNumber"));
        }
    }

    private static void registrationChoice(Reading<BL1> reading, Report report) {
        if (reading.content().getPartB() != null) {
            Registration registration = reading.content().getPartB().getRegistration();
            if ((registration.getRegisteredSince() == null) == (registration.getNotRegistered() == null)) {
                report.at(reading.place("PartB/Registration"));
            }
        }
    }

    private static void membersNotRegistered(Reading<BL1> reading, Report report) {
        if (!members(reading).isEmpty()
                && reading.content().getPartB().getRegistration().getNotRegistered() != null) {
            report.at(reading.place("PartB/FamilyMember"));
        }
    }

    private static void numberTooEarly(Reading<BL1> reading, Report report) {
        if (!BL1Step.hasBox10(reading.content())) {
            List<FamilyMember> members = members(reading);
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).getRegistrationNumber() != null) {
                    report.at(reading.place("PartB/FamilyMember", i));
                }
            }
        }
    }

    private static void numberMissing(Reading<BL1> reading, Report report) {
        if (BL1Step.hasBox10(reading.content())) {
            List<FamilyMember> members = members(reading);
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).getRegistrationNumber() == null) {
                    report.at(reading.place("PartB/FamilyMember", i));
                }
            }
        }
    }

    private static List<FamilyMember> members(Reading<BL1> reading) {
        return reading.content().getPartB() == null
                ? List.of()
                : reading.content().getPartB().getFamilyMember();
    }
}

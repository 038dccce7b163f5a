package be.kruispunt.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.RefusalCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A decision tells its sender nothing that it may not know (decision 0011): whatever else the directory holds, the decision
 * is the one that the facts that this sender may know would give.
 */
class SecrecyTest {
    private static final int ROUNDS = 20_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final InstitutionId SENDER = InstitutionId.of("LU:0053");
    private static final List<InstitutionId> RECEIVERS =
            List.of(InstitutionId.of("BE:0206737484"), InstitutionId.of("BE:0411729366"));
    private static final List<InstitutionId> ALL =
            List.of(SENDER, RECEIVERS.get(0), RECEIVERS.get(1), InstitutionId.of("LU:0021"));
    private static final LegalContext PURPOSE = LegalContext.of("UNEMPLOYMENT");
    private static final List<Insz> NUMBERS =
            IntStream.range(1, 7).mapToObj(SecrecyTest::number).toList();
    private static final List<Period> PERIODS = List.of(
            Period.since(LocalDate.of(2000, 1, 1)),
            Period.since(LocalDate.of(2000, 1, 1)),
            new Period(LocalDate.of(2000, 1, 1), Optional.of(TODAY.minusDays(1))));

    private final AccessPolicy policy = new AccessPolicy();
    private final Random random = new Random(2026);

    private static Insz number(int serial) {
        long body = 800_101_000L + serial;
        return Insz.of("%09d%02d".formatted(body, 97 - body % 97));
    }

    @Test
    void theDecisionIsThatOfTheFactsThatTheSenderMayKnow() {
        var seen = EnumSet.noneOf(RefusalCode.class);
        int granted = 0;
        int hidden = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Authorisation> authorisations = authorisations();
            Register register = register(authorisations);
            AccessRequest request = request();
            var everything = new DirectoryExtract(lines(), replacements());
            DirectoryExtract mayKnow = mayKnow(everything, authorisations);
            hidden += everything.equals(mayKnow) ? 0 : 1;

            AccessDecision decision = policy.decide(request, register, everything);

            assertThat(decision)
                    .as("%s %s %s", request, authorisations, everything)
                    .isEqualTo(policy.decide(request, register, mayKnow));
            switch (decision) {
                case AccessDecision.Denied(var refusal) -> seen.add(refusal.code());
                case AccessDecision.Granted _ -> granted++;
            }
        }
        assertThat(seen)
                .contains(
                        RefusalCode.PERSON_NOT_IDENTIFIED,
                        RefusalCode.SENDER_NOT_INTEGRATED,
                        RefusalCode.SENDER_PHASE_TOO_LOW,
                        RefusalCode.NUMBER_REPLACED,
                        RefusalCode.RECEIVER_NOT_INTEGRATED,
                        RefusalCode.RECEIVER_PHASE_TOO_LOW,
                        RefusalCode.NO_RECEIVER);
        assertThat(granted).isPositive();
        assertThat(hidden).isGreaterThan(ROUNDS / 2);
    }

    /**
     * Its own lines; and of the persons whom it knows today, their replaced numbers and, of those who may receive its
     * documents, the lines in the qualities that the authorisations name.
     */
    private static DirectoryExtract mayKnow(DirectoryExtract all, List<Authorisation> authorisations) {
        var replacedBy = new HashMap<>(all.replacedBy());
        replacedBy.keySet().removeIf(number -> !isKnown(number, all));
        List<DirectoryLine> lines = all.lines().stream()
                .filter(line -> line.institution().equals(SENDER)
                        || (isKnown(line.insz(), all)
                                && authorisations.stream()
                                        .anyMatch(a -> a.receiver().equals(line.institution())
                                                && (a.receiverQualities().isEmpty()
                                                        || a.receiverQualities().contains(line.quality())))))
                .toList();
        return new DirectoryExtract(lines, replacedBy);
    }

    private static boolean isKnown(Insz number, DirectoryExtract all) {
        return all.on(number, SENDER).stream().anyMatch(line -> line.period().covers(TODAY));
    }

    private AccessRequest request() {
        List<InstitutionId> receivers =
                random.nextInt(3) == 0 ? List.of() : List.of(one(RECEIVERS), RECEIVERS.getFirst());
        List<PersonNumber> persons = random.nextInt(20) == 0
                ? List.of()
                : IntStream.range(0, 1 + random.nextInt(2))
                        .<PersonNumber>mapToObj(i -> one(NUMBERS))
                        .toList();
        return new AccessRequest(
                SENDER,
                CaseRole.CASE_OWNER,
                receivers.stream().distinct().toList(),
                "U002",
                "UB_BUC_01",
                PURPOSE,
                persons,
                TODAY);
    }

    private Register register(List<Authorisation> authorisations) {
        List<Institution> institutions = ALL.stream()
                .map(id -> new Institution(
                        id,
                        "name",
                        Network.PRIMARY,
                        18,
                        PERIODS.getFirst(),
                        List.of(
                                new Competence("UB_BUC_01", CaseRole.CASE_OWNER, PERIODS.getFirst()),
                                new Competence("UB_BUC_01", CaseRole.COUNTERPARTY, PERIODS.getFirst())),
                        List.of()))
                .toList();
        return new Register(institutions, authorisations);
    }

    /** Sometimes two between the same parties. */
    private List<Authorisation> authorisations() {
        var authorisations = new ArrayList<Authorisation>();
        for (int i = 0; i < 3; i++) {
            authorisations.add(new Authorisation(
                    "26/00" + i,
                    SENDER,
                    i < 2 ? RECEIVERS.get(i) : one(RECEIVERS),
                    "U002",
                    PURPOSE,
                    qualities(),
                    qualities(),
                    2,
                    PERIODS.getFirst()));
        }
        return authorisations;
    }

    private Set<String> qualities() {
        return one(List.of(Set.of(), Set.of("1"), Set.of("1", "4")));
    }

    private List<DirectoryLine> lines() {
        return IntStream.range(0, 16)
                .mapToObj(i -> new DirectoryLine(
                        one(NUMBERS),
                        one(ALL),
                        18,
                        one(List.of("1", "4", "7")),
                        1 + random.nextInt(3),
                        one(PERIODS),
                        TODAY))
                .toList();
    }

    /** Chains and rounds among them. */
    private Map<Insz, Insz> replacements() {
        var replacedBy = new HashMap<Insz, Insz>();
        for (int i = random.nextInt(4); i > 0; i--) {
            replacedBy.put(one(NUMBERS), one(NUMBERS));
        }
        return replacedBy;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

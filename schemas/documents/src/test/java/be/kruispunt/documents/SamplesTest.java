package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplesTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void everySampleIsAccepted_withoutAWarning(Kind kind) {
        assertThat(Fixture.validate(Fixture.sample(kind)))
                .returns(List.of(), Validation::findings)
                .returns(true, Validation::accepted);
    }

    @Test
    void aSampleU1_hasTheSizeOfARealOne() {
        assertThat(Samples.template(Kind.U1).length).isBetween(4_500, 5_500);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aMessageFromASample_namesItsPartiesAndItsPerson(Kind kind) throws Unreadable {
        var parties = new SampleParties(
                InstitutionId.of("LU:0053"),
                List.of(),
                InstanceId.of("0197a1c0-5b0e-7c3a-9a55-1f2e3d4c5b00"),
                Optional.empty(),
                Instant.parse("2026-11-01T12:00:00Z"));
        Insz person = Samples.insz(12_345);
        var samples = new Samples(Fixture.CATALOGUE);
        byte[] bytes = new MessageWriter(Fixture.CATALOGUE).serialise(samples.message(kind, parties, person));
        ReadDocument read = Fixture.accepted(new String(bytes, StandardCharsets.UTF_8));
        assertThat(read.facts().persons()).contains(person);
        assertThat(Fixture.READER.read(bytes).header())
                .returns(parties.sender(), h -> h.sender())
                .returns(parties.receivers(), h -> h.receivers())
                .returns(parties.instance(), h -> h.instance())
                .returns(parties.createdAt(), h -> h.createdAt())
                .returns(Optional.empty(), h -> h.caseId());
    }

    @Test
    void inventedNumbers_areAllDifferent() {
        assertThat(IntStream.range(0, 200_000).mapToObj(Samples::insz)).doesNotHaveDuplicates();
    }
}

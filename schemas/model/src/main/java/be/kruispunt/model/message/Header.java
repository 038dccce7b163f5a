package be.kruispunt.model.message;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What a Standard Business Document Header says (UN/CEFACT SBDH 1.3).
 *
 * @param sender the institution that issues the document
 * @param receivers none when the hub is to find them in the reference directory
 * @param type document type and version
 * @param instance the sender's identifier of this message
 * @param createdAt creation time
 * @param process the business process, such as {@code UB_BUC_01}
 * @param caseId the case this message belongs to; absent when it opens one and leaves the naming to the hub
 * @param legalContext the purpose
 * @param provenance on what the hub sends: where it came from
 * @param offset of the sender's clock from UTC, as it wrote the creation time
 * @param link to an earlier message of the case, or to an institution that comes or goes
 */
public record Header(
        InstitutionId sender,
        List<InstitutionId> receivers,
        DocumentType type,
        InstanceId instance,
        Instant createdAt,
        String process,
        Optional<CaseId> caseId,
        LegalContext legalContext,
        Optional<Provenance> provenance,
        ZoneOffset offset,
        CaseLink link) {
    public Header {
        receivers = List.copyOf(receivers);
    }

    /** A header whose creation time is written in UTC. */
    public Header(
            InstitutionId sender,
            List<InstitutionId> receivers,
            DocumentType type,
            InstanceId instance,
            Instant createdAt,
            String process,
            Optional<CaseId> caseId,
            LegalContext legalContext,
            Optional<Provenance> provenance) {
        this(
                sender,
                receivers,
                type,
                instance,
                createdAt,
                process,
                caseId,
                legalContext,
                provenance,
                ZoneOffset.UTC,
                CaseLink.NONE);
    }

    /** The day on which the sender wrote the message: what its own clock showed. */
    public LocalDate createdOn() {
        return LocalDate.ofInstant(createdAt, offset);
    }

    /** The same header, with what the document does not say of its original. */
    public Header withOmissions(List<Omission> omissions) {
        return new Header(
                sender,
                receivers,
                type,
                instance,
                createdAt,
                process,
                caseId,
                legalContext,
                provenance.map(p -> p.withOmissions(omissions)),
                offset,
                link);
    }

    /** The same header over a document of another type. */
    public Header withType(DocumentType other) {
        return new Header(
                sender, receivers, other, instance, createdAt, process, caseId, legalContext, provenance, offset, link);
    }

    /** The same header with a word on where the document came from. */
    public Header withProvenance(Provenance other) {
        return new Header(
                sender,
                receivers,
                type,
                instance,
                createdAt,
                process,
                caseId,
                legalContext,
                Optional.of(other),
                offset,
                link);
    }

    /** The same header without a word on where the document came from. */
    public Header withoutProvenance() {
        return new Header(
                sender,
                receivers,
                type,
                instance,
                createdAt,
                process,
                caseId,
                legalContext,
                Optional.empty(),
                offset,
                link);
    }

    /** The same header with another link. */
    public Header withLink(CaseLink other) {
        return new Header(
                sender, receivers, type, instance, createdAt, process, caseId, legalContext, provenance, offset, other);
    }
}

package be.kruispunt.model.outcome;

/**
 * Every reason for which the hub refuses a message. The names are a contract with the institutions: they are published
 * in {@code docs/reference/refusals.md} (a test holds both together) and never change their meaning.
 */
public enum RefusalCode {
    TOO_LARGE(
            Step.PARSE,
            "the message is larger than the hub takes",
            "send less, or agree on a larger limit",
            "the operator raises the limit"),
    CONTENT_NOT_ACCEPTED(
            Step.PARSE,
            "the broker message is not bytes or text",
            "send the XML in UTF-8 as the only body section",
            "the same bytes come as bytes or text"),
    PROPERTY_NOT_ACCEPTED(
            Step.PARSE,
            "the broker message has a property that is not on the allow-list",
            "send no properties",
            "the same bytes come without the property"),
    MALFORMED(Step.PARSE, "the body is not well-formed XML in UTF-8", "correct the place that is named"),
    DOCTYPE_FORBIDDEN(Step.PARSE, "the document has a DOCTYPE", "remove it; entities are never resolved"),
    TOO_DEEP(
            Step.PARSE,
            "the document holds more than the limits allow: of levels, elements, attributes or names, or in one text",
            "shorten or split what is named"),
    HEADER_INVALID(
            Step.PARSE, "the Standard Business Document Header is missing or wrong", "correct the field that is named"),
    UNKNOWN_DOCUMENT(
            Step.PARSE,
            "the hub does not know this document type or version",
            "see the types in the reference",
            "the hub learns the document type"),
    REFUSED_BY_OPERATOR(
            Step.PARSE,
            "the hub could not handle this message, and its operator refused it for the reason that is given",
            "do as the reason says, or ask the operator",
            "the hub can handle it"),

    SIGNATURE_MISSING(Step.AUTHENTICATE, "the message is not signed", "sign the whole message, XAdES-BASELINE-B"),
    SIGNATURE_INVALID(
            Step.AUTHENTICATE,
            "the signature does not hold or does not cover the whole message",
            "sign again, and change nothing afterwards",
            "a signing time that lay ahead is reached, or the hub takes more algorithms"),
    CERTIFICATE_UNTRUSTED(
            Step.AUTHENTICATE,
            "the signer's certificate was not issued under a trusted authority",
            "use the right key",
            "the operator trusts the authority"),
    CERTIFICATE_EXPIRED(
            Step.AUTHENTICATE,
            "the signer's certificate is not valid at this time",
            "renew it",
            "the certificate begins to be valid, or a clock is set right"),
    CERTIFICATE_REVOKED(
            Step.AUTHENTICATE,
            "the signer's certificate was revoked",
            "ask for a new certificate",
            "a newer list no longer names the certificate"),
    SIGNER_MISMATCH(Step.AUTHENTICATE, "the signer is not the sender that the header names", "sign with your own key"),
    SENDER_MISMATCH(Step.AUTHENTICATE, "the header names another sender than the broker user", "send as yourself only"),

    SCHEMA(Step.VALIDATE, "the document does not follow its schema", "correct every finding"),
    RULE(Step.VALIDATE, "the document breaks a rule of its form", "correct every finding of severity ERROR"),
    ISSUER_MISMATCH(
            Step.VALIDATE,
            "the institution that the form names as its issuer is not its sender",
            "name yourself, or let the issuer send it"),

    DUPLICATE_IDENTIFIER(
            Step.LOOK_UP,
            "an earlier message of yours has this instance identifier and other content",
            "give the new message an identifier of its own"),

    UNKNOWN_INSTITUTION(
            Step.AUTHORISE,
            "a named institution is not registered, or not at this time",
            "check the identifier",
            "the institution is registered"),
    NOT_COMPETENT(
            Step.AUTHORISE,
            "an institution is not competent for this process in this role",
            "address the competent one, or have the competence registered",
            "a competence is registered"),
    NOT_AUTHORISED(
            Step.AUTHORISE,
            "no authorisation covers this sender, receiver and document",
            "ask for a deliberation",
            "a deliberation is registered"),
    LEGAL_CONTEXT_NOT_ALLOWED(
            Step.AUTHORISE,
            "an authorisation exists, but not for this legal context",
            "state the purpose it names",
            "a deliberation for this purpose is registered"),
    PERSON_NOT_IDENTIFIED(
            Step.AUTHORISE,
            "the document gives no INSZ for a person, and the authorisation asks for one",
            "add it",
            "the authorisation asks for no person any more"),
    NUMBER_REPLACED(
            Step.AUTHORISE,
            "an INSZ in the document was replaced",
            "use the person's present number",
            "the replacement is withdrawn"),
    SENDER_NOT_INTEGRATED(
            Step.AUTHORISE,
            "the sender has not integrated a person in a quality that is allowed",
            "integrate first",
            "the sender integrates the person"),
    SENDER_PHASE_TOO_LOW(
            Step.AUTHORISE,
            "the sender has integrated a person in too low a phase",
            "raise the phase first",
            "the sender raises the phase"),
    RECEIVER_NOT_INTEGRATED(
            Step.AUTHORISE,
            "the receiver does not know a person in a quality that is allowed",
            "address another receiver",
            "the receiver integrates the person"),
    RECEIVER_PHASE_TOO_LOW(
            Step.AUTHORISE,
            "the receiver knows a person in too low a phase",
            "wait, or address another receiver",
            "the receiver raises the phase"),
    NO_RECEIVER(
            Step.AUTHORISE,
            "no receiver is named and the directory knows none",
            "name a receiver",
            "an institution that may receive it integrates the person"),

    NOT_FOR_THE_HUB(
            Step.CONSIDER,
            "the hub itself takes no document of this type",
            "address it to the institution that it is for",
            "the hub learns to take it"),
    STATUS_NOT_AUTHORISED(
            Step.CONSIDER,
            "the source may not report this status",
            "ask for a deliberation, or let its authentic source report it",
            "a deliberation for this status is registered"),
    REFERENCE_TAKEN(
            Step.CONSIDER,
            "something was told under this reference before",
            "correct it or withdraw it, or use a reference of its own",
            "what was told under it is withdrawn"),
    REFERENCE_UNKNOWN(
            Step.CONSIDER,
            "nothing was told under this reference, about this person and this status",
            "tell it first",
            "it is told"),
    DAY_IMPOSSIBLE(
            Step.CONSIDER,
            "a decision, a birth or a death is told before its day, or a death on a day before the birth",
            "correct the day; what is yet to come is told once it is there",
            "the day comes, or the register corrects the date of birth"),
    REPORT_OVERTAKEN(
            Step.CONSIDER,
            "a message that arrived later than this one has told something else of this",
            "nothing, if the later one says how it is; or tell it anew, in a message of its own",
            "another of its lines can be taken"),
    SCHEME_NOT_AUTHORISED(
            Step.CONSIDER,
            "the supplier may not ask for this right, for this legal context",
            "ask for a deliberation",
            "a deliberation for this right is registered"),
    DAY_TOO_LONG_AGO(
            Step.CONSIDER,
            "the day that is asked for lies further back than the hub answers",
            "ask for a later day; what was answered before stays proved by its identifier",
            "the operator lets days further back be asked for"),
    NOT_YOUR_CUSTOMER(
            Step.CONSIDER,
            "under this reference the supplier has no customer on this day, or another person",
            "register the customer first (M903)",
            "the customer is registered"),
    QUESTIONS_STOPPED(
            Step.CONSIDER,
            "the supplier asked about too many who are not its customers, or registered number after number; nothing"
                    + " is answered until the operator has looked",
            "talk with the hub's operator",
            "the operator lets the supplier ask again"),

    CASE_UNKNOWN(
            Step.CORRELATE,
            "there is no such case for this institution",
            "check the case identifier",
            "the case is opened"),
    CASE_MISMATCH(
            Step.CORRELATE,
            "the case is of another process, party or person",
            "send it in its own case",
            "a number of the person is registered as replaced"),
    NOT_ALLOWED_NOW(
            Step.CORRELATE,
            "the case does not allow this document from this party now",
            "see its next steps",
            "the case moves on"),
    EARLIER_BOX_CHANGED(
            Step.CORRELATE,
            "the form changes a box of an earlier step",
            "repeat the earlier boxes as they were",
            "a number of the person is registered as replaced"),

    NO_TRANSLATION(
            Step.TRANSLATE,
            "the hub cannot turn this document into one that the receiver takes",
            "ask the operator",
            "the receiver takes another document type"),
    TOO_LARGE_TO_DELIVER(
            Step.TRANSLATE,
            "what the hub would send is larger than its receiver reads",
            "send it in parts",
            "the receiver takes another document type");

    private final Step step;
    private final String meaning;
    private final String remedy;
    private final String healedWhen;

    /** A refusal that is final: its cause lies in the bytes and in who hands them in, and nothing else can change it. */
    RefusalCode(Step step, String meaning, String remedy) {
        this(step, meaning, remedy, "");
    }

    RefusalCode(Step step, String meaning, String remedy, String healedWhen) {
        this.step = step;
        this.meaning = meaning;
        this.remedy = remedy;
        this.healedWhen = healedWhen;
    }

    /** The step that refuses with this code. */
    public Step step() {
        return step;
    }

    /** What is wrong, in one sentence without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** What the sender can do. */
    public String remedy() {
        return remedy;
    }

    /**
     * Whether the same bytes of the same sender would be refused so for ever. Then, sent again, they get the first answer
     * again; otherwise they are decided anew.
     */
    public boolean isFinal() {
        return healedWhen.isEmpty();
    }

    /** What time or an operator can change, so that the same bytes are taken after all; empty when it is final. */
    public String healedWhen() {
        return healedWhen;
    }
}

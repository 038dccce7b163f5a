package be.kruispunt.documents;

/** The names of the envelope: UN/CEFACT Standard Business Document Header 1.3, and what EESSI and this hub put in it. */
final class Sbdh {
    static final String NAMESPACE = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";
    static final String DOCUMENT = "StandardBusinessDocument";
    static final String HEADER = "StandardBusinessDocumentHeader";
    static final String HEADER_VERSION = "1.0";

    /** Institutions, as EESSI's Institution Repository names them. */
    static final String INSTITUTIONS = "urn:eu:europa:ec:dgempl:eessi:ir";
    /**
     * The schema wants a receiver. A sender that leaves the finding of receivers to the hub names the reference
     * directory instead of an institution.
     */
    static final String DIRECTORY_AUTHORITY = "urn:kruispunt:receivers";

    static final String DIRECTORY = "REFERENCE_DIRECTORY";

    static final String PROCESS = "PROCESS";
    static final String CASE_ID = "CASE_ID";
    static final String LEGAL_CONTEXT = "LEGAL_CONTEXT";
    static final String TICKET = "TICKET";
    static final String RECEIVED_DIGEST = "RECEIVED_DIGEST";
    static final String ORIGINAL_TYPE = "ORIGINAL_TYPE";

    /** The ticket of the earlier message of the case that this one is about. */
    static final String RELATED_TO = "RELATED_TO";

    /** The institution that comes into the case, or goes out of it. */
    static final String PARTICIPANT = "PARTICIPANT";

    /** One for each reason: the boxes in its InstanceIdentifier, the reason in its Identifier. */
    static final String NOT_CARRIED = "NOT_CARRIED";

    /** One for each earlier message that went into a document: its ticket, and the digest of its bytes in its Identifier. */
    static final String TOGETHER_WITH = "TOGETHER_WITH";

    /** The instance identifier of the document that this one takes the place of. */
    static final String REPLACES = "REPLACES";

    static final String SIGNATURE_NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";

    private Sbdh() {}
}

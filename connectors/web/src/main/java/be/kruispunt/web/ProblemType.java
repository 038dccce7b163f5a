package be.kruispunt.web;

/**
 * Why a request is not answered: the types of the Belgif REST guide by their own names, and under the name of the hub those
 * of HTTP for which the guide has none.
 */
public enum ProblemType {
    BAD_REQUEST("belgif:badRequest", 400, "Bad Request"),
    MISSING_PERMISSION("belgif:missingPermission", 403, "Missing Permission"),
    RESOURCE_NOT_FOUND("belgif:resourceNotFound", 404, "Resource Not Found"),
    METHOD_NOT_ALLOWED("kruispunt:methodNotAllowed", 405, "Method Not Allowed"),
    NOT_ACCEPTABLE("kruispunt:notAcceptable", 406, "Not Acceptable"),
    PAYLOAD_TOO_LARGE("belgif:payloadTooLarge", 413, "Payload Too Large"),
    UNSUPPORTED_MEDIA_TYPE("kruispunt:unsupportedMediaType", 415, "Unsupported Media Type"),
    TOO_MANY_REQUESTS("belgif:tooManyRequests", 429, "Too Many Requests"),
    TOO_MANY_FAILED_REQUESTS("belgif:tooManyFailedRequests", 429, "Too Many Failed Requests"),
    INTERNAL_SERVER_ERROR("belgif:internalServerError", 500, "Internal Server Error"),
    SERVICE_UNAVAILABLE("belgif:serviceUnavailable", 503, "Service Unavailable");

    private static final String PREFIX = "urn:problem-type:";

    private final String name;
    private final int status;
    private final String title;

    ProblemType(String name, int status, String title) {
        this.name = name;
        this.status = status;
        this.title = title;
    }

    public String urn() {
        return PREFIX + name;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}

package be.kruispunt.web;

/**
 * One thing that is wrong with what came in.
 *
 * @param in where it stands
 * @param name what it is, such as {@code customers[3].ssin}; empty for the whole
 * @param detail what would be right. Never what was found: it may be a person's number
 */
public record Issue(Type type, In in, String name, String detail) {
    /** The input validation issues of the Belgif REST guide that occur here. */
    public enum Type {
        /** Not as {@code openapi.yaml} says. */
        SCHEMA_VIOLATION("schemaViolation"),
        /** A field that is not known here. */
        UNKNOWN_INPUT("unknownInput"),
        /** Well formed, and not possible. */
        INVALID_INPUT("invalidInput"),
        /** Missing. */
        REQUIRED_INPUT("requiredInput"),
        /** None or several of which one is wanted. */
        EXACTLY_ONE_OF_EXPECTED("exactlyOneOfExpected"),
        /** What it names does not exist for this caller. */
        REFERENCED_RESOURCE_NOT_FOUND("referencedResourceNotFound");

        private static final String PREFIX = "urn:problem-type:belgif:input-validation:";

        private final String name;

        Type(String name) {
            this.name = name;
        }

        public String urn() {
            return PREFIX + name;
        }
    }

    /** The part of a request. */
    public enum In {
        BODY("body"),
        HEADER("header"),
        PATH("path"),
        QUERY("query");

        private final String word;

        In(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Something of the body. */
    public static Issue inBody(Type type, String name, String detail) {
        return new Issue(type, In.BODY, name, detail);
    }
}

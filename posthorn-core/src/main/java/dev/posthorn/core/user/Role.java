package dev.posthorn.core.user;

/** What a person may do. */
public enum Role {
    /** Everything, in all organisations. */
    OPERATOR,
    /** Everything within the organisation, keys and users included. */
    ADMIN,
    /** Endpoints and deliveries of the organisation. */
    MEMBER,
    /** Looks, and never sees secrets or payloads. */
    VIEWER;

    /** May change endpoints and deliveries. */
    public boolean manages() {
        return this != VIEWER;
    }

    /** May make keys, and invite and change people. */
    public boolean administers() {
        return this == OPERATOR || this == ADMIN;
    }

    /** May see secrets and payloads. */
    public boolean seesContents() {
        return this != VIEWER;
    }
}

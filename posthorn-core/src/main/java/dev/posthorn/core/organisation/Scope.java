package dev.posthorn.core.organisation;

/** What a key may do. Several add up. */
public enum Scope {
    /** Everything, in all organisations. */
    OPERATOR,
    /** Publish events and read its own. */
    PUBLISH,
    /** Endpoints, keys and deliveries of its organisation; includes {@link #READ}. */
    MANAGE,
    READ
}

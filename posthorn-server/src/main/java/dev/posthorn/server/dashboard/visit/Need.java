package dev.posthorn.server.dashboard.visit;

import dev.posthorn.core.user.Role;

/** What a visitor needs to be for a page. */
public enum Need {
    /** Nobody in particular: sign-in and the like. */
    NOTHING,
    SIGNED_IN,
    /** May change endpoints and deliveries. */
    MANAGES,
    /** May make keys and invite people. */
    ADMINISTERS,
    OPERATES;

    boolean metBy(Role role) {
        return switch (this) {
            case NOTHING, SIGNED_IN -> true;
            case MANAGES -> role.manages();
            case ADMINISTERS -> role.administers();
            case OPERATES -> role == Role.OPERATOR;
        };
    }
}

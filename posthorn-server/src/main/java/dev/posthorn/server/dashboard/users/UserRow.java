package dev.posthorn.server.dashboard.users;

import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.User;
import dev.posthorn.server.dashboard.desk.Visitor;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Locale;

/**
 * A user in the list.
 *
 * @param owner name of their organisation; empty where the page is about one
 * @param role as a form sends it
 * @param state {@code active}, {@code invited} before the first password, else {@code deactivated}
 * @param self whether it is whoever looks
 */
public record UserRow(
        String id,
        String name,
        String email,
        String owner,
        String role,
        String state,
        long createdMs,
        boolean self) {
    static UserRow of(User user, Visit visit) {
        return new UserRow(
                visit.desk().ids().text(user.id().seq()),
                user.name(),
                user.email(),
                owner(user, visit),
                user.role().name().toLowerCase(Locale.ROOT),
                state(user),
                user.createdMs(),
                visit.desk().visitor() instanceof Visitor.Member(User me)
                        && me.id().equals(user.id()));
    }

    private static String state(User user) {
        if (!user.active()) {
            return "deactivated";
        }
        return user.passwordHash() == null ? "invited" : "active";
    }

    private static String owner(User user, Visit visit) {
        OrganisationId of = user.organisation();
        return of == null || visit.desk().organisation().isPresent()
                ? ""
                : visit.desk()
                        .ports()
                        .directory()
                        .organisation(of)
                        .map(Organisation::name)
                        .orElse("");
    }

    /** Operators have no organisation to have another role in. */
    public boolean changesRole() {
        return !self && !role.equals("operator") && !state.equals("deactivated");
    }

    public boolean active() {
        return !state.equals("deactivated");
    }
}

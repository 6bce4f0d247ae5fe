package dev.posthorn.server.dashboard.users;

import dev.posthorn.core.user.Role;
import dev.posthorn.core.user.User;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The list as its page shows it.
 *
 * @param link shown this once; empty for none
 * @param linkFor whom it lets in
 */
public record UserList(
        List<UserRow> rows,
        String summary,
        Invitation invitation,
        List<String> invites,
        List<String> roles,
        String link,
        String linkFor) {
    /** A page nobody scrolls through; the search box finds the others by address. */
    private static final int MOST_SHOWN = 500;

    /** Within an organisation. */
    static final List<Role> ROLES = List.of(Role.ADMIN, Role.MEMBER, Role.VIEWER);

    static UserList of(Visit visit, Stream<User> reachable, Invitation invitation) {
        List<User> found = reachable.sorted(Comparator.comparing(User::email)).toList();
        List<UserRow> rows =
                found.stream().limit(MOST_SHOWN).map(user -> UserRow.of(user, visit)).toList();
        return new UserList(
                rows,
                visit.words().count("users.count", found.size()),
                invitation,
                words(invites(visit)),
                words(ROLES),
                "",
                "");
    }

    /** Who can be invited here: into the organisation looked at, else as another operator. */
    static List<Role> invites(Visit visit) {
        return visit.desk().organisation().isPresent() ? ROLES : List.of(Role.OPERATOR);
    }

    private static List<String> words(List<Role> roles) {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList();
    }

    UserList withLink(String made, String name) {
        return new UserList(rows, summary, invitation, invites, roles, made, name);
    }
}

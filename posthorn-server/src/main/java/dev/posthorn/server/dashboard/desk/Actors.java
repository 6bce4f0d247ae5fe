package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.administration.Actor;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.profile.TestAccount;
import dev.posthorn.core.user.User;
import java.util.Locale;
import java.util.Optional;

/** Visitors as those who change something. */
final class Actors {
    private static final String PORTAL = "portal";

    private Actors() {}

    static Actor of(Visitor visitor, Optional<Organisation> at, PublicIds ids) {
        String organisation = at.map(one -> ids.text(one.id().seq())).orElse("");
        return new Actor(
                null,
                switch (visitor) {
                    case Visitor.Member(User user) -> account(user, organisation, ids);
                    case Visitor.Guest _ ->
                            new TestAccount.UserAccount(
                                    organisation, "", PORTAL, PORTAL, organisation);
                });
    }

    private static TestAccount account(User user, String organisation, PublicIds ids) {
        return new TestAccount.UserAccount(
                ids.text(user.id().seq()),
                user.email(),
                user.name(),
                user.role().name().toLowerCase(Locale.ROOT),
                organisation);
    }
}

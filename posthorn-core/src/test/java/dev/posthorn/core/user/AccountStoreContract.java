package dev.posthorn.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.AccountStore.Stored;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store of users, sessions and links promises. */
public interface AccountStoreContract {
    long NOW = 1_795_300_000_000L;
    PortalPass PASS =
            new PortalPass(
                    new OrganisationId(7),
                    true,
                    "/ui/webhooks",
                    new PortalTheme(
                            PortalTheme.Mode.DARK, "#114477", "https://a.example/l.svg", "Acme"));
    User OPERATOR =
            new User(new UserId(2), "ada@example.com", "Ada", null, null, Role.OPERATOR, true, NOW);
    User MEMBER =
            new User(
                    new UserId(1),
                    "ben@example.com",
                    "Ben",
                    "$argon2id$…",
                    new OrganisationId(7),
                    Role.MEMBER,
                    false,
                    NOW);
    Session OF_USER = session("a", new Session.Holder.OfUser(new UserId(2)));
    Session OF_PORTAL = session("b", new Session.Holder.OfPortal(PASS));

    AccountStore accounts();

    @Test
    default void loads_what_was_saved() {
        AccountStore store = accounts();
        assertThat(store.load()).isEqualTo(new Stored(List.of(), List.of(), List.of()));
        OneTimeLink first = link("c", new OneTimeLink.Purpose.FirstUser());
        OneTimeLink password = link("d", new OneTimeLink.Purpose.NewPassword(new UserId(1)));
        OneTimeLink portal = link("e", new OneTimeLink.Purpose.Portal(PASS));

        store.save(
                List.of(
                        new AccountChange.UserChange(OPERATOR),
                        new AccountChange.UserChange(MEMBER),
                        new AccountChange.SessionChange(OF_USER),
                        new AccountChange.SessionChange(OF_PORTAL),
                        new AccountChange.LinkChange(first),
                        new AccountChange.LinkChange(password),
                        new AccountChange.LinkChange(portal)));

        assertThat(store.load())
                .isEqualTo(
                        new Stored(
                                List.of(MEMBER, OPERATOR),
                                List.of(OF_USER, OF_PORTAL),
                                List.of(first, password, portal)));
    }

    @Test
    default void replaces_and_ends_rows() {
        AccountStore store = accounts();
        store.save(
                List.of(
                        new AccountChange.UserChange(OPERATOR),
                        new AccountChange.SessionChange(OF_USER),
                        new AccountChange.SessionChange(OF_PORTAL)));
        User changed = OPERATOR.withPassword("hash");
        Session seen = OF_USER.seen(NOW + 5);

        store.save(
                List.of(
                        new AccountChange.UserChange(changed),
                        new AccountChange.SessionChange(seen),
                        new AccountChange.SessionEnd("b"),
                        new AccountChange.LinkEnd("never was")));

        assertThat(store.load()).isEqualTo(new Stored(List.of(changed), List.of(seen), List.of()));
    }

    @Test
    default void writes_all_changes_or_none() {
        AccountStore store = accounts();
        store.save(List.of(new AccountChange.UserChange(OPERATOR)));
        User sameEmail =
                new User(new UserId(9), OPERATOR.email(), "X", null, null, Role.OPERATOR, true, 1);

        assertThatThrownBy(() ->
                        store.save(
                                List.of(
                                        new AccountChange.UserChange(MEMBER),
                                        new AccountChange.UserChange(sameEmail))))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.load().users()).containsExactly(OPERATOR);
    }

    private static Session session(String hash, Session.Holder holder) {
        return new Session(hash, holder, NOW, NOW + 1, NOW + 2);
    }

    private static OneTimeLink link(String hash, OneTimeLink.Purpose purpose) {
        return new OneTimeLink(hash, purpose, NOW, NOW + 1);
    }
}

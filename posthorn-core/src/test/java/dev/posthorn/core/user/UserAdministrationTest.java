package dev.posthorn.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.OneTimeLink.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UserAdministrationTest {
    private static final long NOW = AccountStoreContract.NOW;
    private static final OrganisationId ACME = new OrganisationId(7);

    private final Accounts accounts = new Accounts(new InMemoryAccountStore());
    private final Sessions sessions = new Sessions(accounts);
    private final OneTimeLinks links = new OneTimeLinks(accounts);
    private final UserAdministration users = new UserAdministration(accounts, new Sequence(0));

    @Test
    void the_first_link_makes_one_operator_and_no_second() {
        links.make("link", new Purpose.FirstUser(), Duration.ofDays(1), NOW);

        User made = done(users.first("link", "Ada@Example.com", "Ada", "hash", NOW));

        assertThat(made)
                .isEqualTo(
                        new User(
                                made.id(),
                                "ada@example.com",
                                "Ada",
                                "hash",
                                null,
                                Role.OPERATOR,
                                true,
                                NOW));
        assertThat(users.first("link", "eve@example.com", "Eve", "hash", NOW))
                .isEqualTo(new UserResult.Refused(new UserRejection.LinkGone()));
    }

    @Test
    void a_link_made_again_ends_the_one_before() {
        links.make("one", new Purpose.FirstUser(), Duration.ofDays(1), NOW);
        links.make("two", new Purpose.FirstUser(), Duration.ofDays(1), NOW);

        assertThat(links.find("one", NOW)).isEmpty();
        assertThat(links.find("two", NOW)).isPresent();
        assertThat(links.find("two", NOW + Duration.ofDays(1).toMillis())).isEmpty();
    }

    @Test
    void a_new_password_ends_the_sessions_of_its_user() {
        User ben = done(users.invite(invited("ben@example.com"), NOW));
        sessions.open("old", new Session.Holder.OfUser(ben.id()), NOW);
        links.make("link", new Purpose.NewPassword(ben.id()), Duration.ofDays(1), NOW);

        User changed = done(users.password("link", "hash", NOW));

        assertThat(changed).isEqualTo(ben.withPassword("hash"));
        assertThat(sessions.find("old", NOW)).isEmpty();
        assertThat(links.find("link", NOW)).isEmpty();
    }

    @Test
    void an_email_belongs_to_one_user() {
        done(users.invite(invited("ben@example.com"), NOW));

        assertThat(users.invite(invited("BEN@example.com"), NOW))
                .isEqualTo(new UserResult.Refused(new UserRejection.EmailTaken()));
        assertThat(users.invite(invited("not an address"), NOW))
                .isEqualTo(new UserResult.Refused(new UserRejection.NotAnEmail()));
    }

    @Test
    void the_last_operator_stays() {
        links.make("link", new Purpose.FirstUser(), Duration.ofDays(1), NOW);
        User ada = done(users.first("link", "ada@example.com", "Ada", "hash", NOW));

        assertThat(users.update(ada.id(), UserAdministrationTest::gone))
                .isEqualTo(new UserResult.Refused(new UserRejection.LastOperator()));
    }

    @Test
    void whoever_is_made_inactive_is_signed_out() {
        User ben = done(users.invite(invited("ben@example.com"), NOW));
        sessions.open("hash", new Session.Holder.OfUser(ben.id()), NOW);

        done(users.update(ben.id(), UserAdministrationTest::gone));

        assertThat(sessions.find("hash", NOW)).isEmpty();
    }

    @Test
    void a_portal_link_opens_one_session() {
        PortalPass pass = AccountStoreContract.PASS;
        links.make("link", new Purpose.Portal(pass), Duration.ofMinutes(5), NOW);

        assertThat(links.enter("link", "hash", NOW))
                .contains(
                        new Session(
                                "hash",
                                new Session.Holder.OfPortal(pass),
                                NOW,
                                NOW,
                                NOW + Session.PORTAL_LIFE.toMillis()));
        assertThat(links.enter("link", "other", NOW)).isEmpty();
    }

    private static NewUser invited(String email) {
        return new NewUser(email, "Ben", ACME, Role.MEMBER);
    }

    private static User gone(User user) {
        return new User(
                user.id(),
                user.email(),
                user.name(),
                user.passwordHash(),
                user.organisation(),
                user.role(),
                false,
                user.createdMs());
    }

    private static User done(UserResult result) {
        return ((UserResult.Done) result).user();
    }
}

package dev.posthorn.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.user.SignIn.Result;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final long NOW = AccountStoreContract.NOW;
    private static final String ADDRESS = "192.0.2.1";

    private final Accounts accounts = new Accounts(new InMemoryAccountStore());
    private final Sessions sessions = new Sessions(accounts);
    private final OneTimeLinks links = new OneTimeLinks(accounts);
    private final PlainPasswords passwords = new PlainPasswords();
    private final WrongPasswords wrong = new WrongPasswords();
    private final SignIn signIn = new SignIn(accounts, sessions, passwords, wrong);
    private final UserAdministration users = new UserAdministration(accounts, new Sequence(0));
    private final User ada = first("ada@example.com");

    private User first(String email) {
        links.make("link", new OneTimeLink.Purpose.FirstUser(), OneTimeLinks.FIRST_USER, NOW);
        var made = users.first("link", email, "Ada", passwords.hash("right horse"), NOW);
        return ((UserResult.Done) made).user();
    }

    private Result attempt(String password, long nowMs) {
        return signIn.tryPassword(" ADA@example.com ", password, ADDRESS, "hash", nowMs);
    }

    @Test
    void the_right_password_opens_a_session() {
        Session opened =
                new Session(
                        "hash",
                        new Session.Holder.OfUser(ada.id()),
                        NOW,
                        NOW,
                        NOW + Session.LIFE.toMillis());

        assertThat(attempt("right horse", NOW)).isEqualTo(new Result.Welcome(opened, ada));
        assertThat(sessions.find("hash", NOW)).contains(opened);
    }

    @Test
    void an_unknown_account_is_answered_like_a_wrong_password() {
        Result answer = signIn.tryPassword("nobody@example.com", "x", ADDRESS, "hash", NOW);

        assertThat(answer).isEqualTo(new Result.Wrong(4)).isEqualTo(attempt("wrong", NOW));
        assertThat(passwords.asked()).isEqualTo(2);
    }

    @Test
    void five_wrong_passwords_slow_the_sixth() {
        for (int left = 4; left >= 0; left--) {
            assertThat(attempt("wrong", NOW)).isEqualTo(new Result.Wrong(left));
        }
        long untilMs = NOW + WrongPasswords.PAUSE.toMillis();

        assertThat(attempt("right horse", NOW + 1)).isEqualTo(new Result.Paused(untilMs));
        assertThat(attempt("right horse", untilMs)).isInstanceOf(Result.Welcome.class);
    }

    @Test
    void somebody_elsewhere_is_not_slowed_by_another_places_guesses() {
        for (int i = 0; i < WrongPasswords.FREE; i++) {
            attempt("wrong", NOW);
        }

        assertThat(signIn.tryPassword(ada.email(), "right horse", "192.0.2.2", "hash", NOW))
                .isInstanceOf(Result.Welcome.class);
    }

    @Test
    void an_account_guessed_at_from_many_places_waits_everywhere() {
        for (int i = 0; i < WrongPasswords.FREE_ALONE; i++) {
            signIn.tryPassword(ada.email(), "wrong", "192.0.2." + i, "hash", NOW);
        }

        assertThat(signIn.tryPassword(ada.email(), "right horse", "198.51.100.1", "hash", NOW))
                .isInstanceOf(Result.Paused.class);
    }

    @Test
    void a_session_ends_when_it_is_not_used_or_when_its_time_is_up() {
        attempt("right horse", NOW);
        long idle = Session.IDLE.toMillis();

        assertThat(sessions.find("hash", NOW + idle)).isEmpty();
        long atMs = NOW;
        while (atMs < NOW + Session.LIFE.toMillis()) {
            assertThat(sessions.find("hash", atMs)).isPresent();
            atMs += idle / 2;
        }
        assertThat(sessions.find("hash", atMs)).isEmpty();
    }

    @Test
    void signing_out_ends_the_session() {
        attempt("right horse", NOW);
        sessions.end("hash");

        assertThat(sessions.find("hash", NOW)).isEmpty();
    }
}

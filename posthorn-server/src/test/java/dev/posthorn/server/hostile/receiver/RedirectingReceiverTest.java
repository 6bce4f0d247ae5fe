package dev.posthorn.server.hostile.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Receivers that send us elsewhere, in space or time: we do not go, and wait no longer than a day.
 */
class RedirectingReceiverTest {
    private static Against against;

    @BeforeAll
    static void start() {
        against = new Against();
    }

    @AfterAll
    static void stop() {
        against.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 305, 307, 308})
    void a_redirect_to_the_inside_is_a_failure_and_nobody_goes_there(int status) {
        try (var inside = ScriptedReceiver.listening(Script.status(200))) {
            Exchange exchange =
                    against.exchange(
                            Script.answeringOnce(
                                    "HTTP/1.1 "
                                            + status
                                            + " Elsewhere\r\nLocation: "
                                            + inside.url("/admin")
                                            + "\r\nContent-Length: 0\r\n\r\n"));

            assertThat(exchange.outcome()).isEqualTo(new Rejected(status, null));
            assertThat(inside.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Location: http://169.254.169.254/latest/",
                "Location: file:///etc/passwd",
                "Location: //127.0.0.1/",
                "Location: http://127.0.0.1:1/\r\nLocation: http://127.0.0.1:2/",
                "Location: \u0001",
                "Refresh: 0; url=http://127.0.0.1:1/",
                "Alt-Svc: h2=\"127.0.0.1:1\"; ma=86400",
                "Content-Location: http://127.0.0.1:1/",
            })
    void nor_does_any_other_header_lead_anywhere(String header) {
        assertThat(
                        against.outcome(
                                Script.answeringOnce(
                                        "HTTP/1.1 302 Found\r\n"
                                                + header
                                                + "\r\nContent-Length: 0\r\n\r\n")))
                .isIn(new Rejected(302, null), Against.NOT_HTTP);
    }

    @Test
    void asking_for_a_password_gets_none() {
        String head = "HTTP/1.1 401 No\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n";

        assertThat(against.outcome(Script.answeringOnce(head))).isEqualTo(new Rejected(401, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999999999999999", "86401", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void no_receiver_makes_us_wait_longer_than_a_day(String wish) {
        assertThat(against.outcome(unavailable(wish)))
                .isEqualTo(new Rejected(503, Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e9", "soon", "", "0x10", "٣", "1,2", "NaN"})
    void a_wish_that_is_none_is_not_heeded(String wish) {
        assertThat(against.outcome(unavailable(wish))).isEqualTo(new Rejected(503, null));
    }

    private static Script unavailable(String retryAfter) {
        return Script.answeringOnce(
                "HTTP/1.1 503 Busy\r\nRetry-After: "
                        + retryAfter
                        + "\r\nContent-Length: 0\r\n\r\n");
    }
}

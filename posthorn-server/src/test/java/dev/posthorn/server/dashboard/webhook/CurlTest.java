package dev.posthorn.server.dashboard.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.profile.OutgoingRequest;
import org.junit.jupiter.api.Test;

class CurlTest {
    private static final OutgoingRequest REQUEST =
            new OutgoingRequest(
                    "PUT",
                    "https://acme.example/in?a='$(id)'",
                    new String[] {"Token", "s3cret", "Content-Length", "9", "x-a", "@/etc/passwd"},
                    "it's $HOME".getBytes(UTF_8));

    @Test
    void a_shell_reads_it_as_it_was_sent() {
        assertThat(Curl.line(REQUEST, true))
                .isEqualTo(
                        """
                        curl --globoff -X PUT 'https://acme.example/in?a='\\''$(id)'\\''' \\
                          -H 'Token: s3cret' \\
                          -H 'x-a: @/etc/passwd' \\
                          --data-raw 'it'\\''s $HOME'\
                        """);
    }

    @Test
    void secrets_stay_out_of_it_unless_asked_for() {
        assertThat(Curl.line(REQUEST, false)).contains("'Token: ***'").doesNotContain("s3cret");
    }
}

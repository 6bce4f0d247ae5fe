package dev.posthorn.server.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.signature.StandardSigner;
import dev.posthorn.server.dashboard.DashboardFixture;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.egress.UrlPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SampleReceiverTest {
    private static final byte[] BODY =
            "{\"type\":\"user.created\"}".getBytes(StandardCharsets.UTF_8);

    private final DashboardFixture fixture = new DashboardFixture();
    private final List<String> passedOn = new ArrayList<>();
    private final SampleSender sender =
            new SampleSender(
                    (request, _, _) -> passedOn.add(request.url()),
                    new SampleReceiver(fixture.directory, DashboardFixture.IDS),
                    Runnable::run,
                    Runnable::run,
                    InstantSource.fixed(DashboardFixture.NOW));

    @AfterEach
    void close() {
        fixture.close();
    }

    private String url(String organisation) {
        return SampleReceiver.urlOf(fixture.id(organisation), DashboardFixture.IDS);
    }

    private static OutgoingRequest signed(Endpoint by, String url) {
        String signature =
                StandardSigner.hmac(by.secrets())
                        .sign("evt_1", "1795321740", BODY, DashboardFixture.NOW_MS);
        return request(
                url,
                "webhook-id",
                "evt_1",
                "webhook-timestamp",
                "1795321740",
                "webhook-signature",
                "v1,AAAA " + signature);
    }

    private static OutgoingRequest request(String url, String... headers) {
        return new OutgoingRequest("POST", url, headers, BODY);
    }

    private AttemptOutcome sent(OutgoingRequest request) {
        List<Exchange> answers = new ArrayList<>();
        sender.send(request, Duration.ofSeconds(15), answers::add);
        assertThat(answers).hasSize(1);
        return answers.getFirst().outcome();
    }

    @Test
    void takes_what_is_signed_with_the_secret_of_an_endpoint_for_it() {
        Endpoint ours = fixture.endpoint("acme", "Sample", url("acme"));

        assertThat(sent(signed(ours, url("acme")))).isEqualTo(new AttemptOutcome.Delivered(204));
        assertThat(passedOn).isEmpty();
    }

    @Test
    void refuses_everything_else() {
        Endpoint ours = fixture.endpoint("acme", "Sample", url("acme"));
        Endpoint theirs = fixture.endpoint("other", "Sample", url("other"));
        Endpoint elsewhere = fixture.endpoint("acme", "Real", "https://acme.example/in");

        for (OutgoingRequest request :
                List.of(
                        request(url("acme")),
                        request(url("acme"), "webhook-id", "evt_1"),
                        signed(theirs, url("acme")),
                        signed(elsewhere, url("acme")),
                        signed(ours, url("other")),
                        signed(ours, SampleReceiver.URL),
                        signed(ours, SampleReceiver.URL + "../../x"),
                        signed(ours, url("acme") + "/more"))) {
            assertThat(sent(request))
                    .as(request.url())
                    .isEqualTo(new AttemptOutcome.Rejected(401, null));
        }
    }

    @Test
    void hands_on_what_is_not_meant_for_it() {
        sender.send(request("https://acme.example/in"), Duration.ofSeconds(15), _ -> {});
        sender.send(
                request("https://sample-receiver.posthorn.invalid.example/"),
                Duration.ofSeconds(15),
                _ -> {});

        assertThat(passedOn)
                .containsExactly(
                        "https://acme.example/in",
                        "https://sample-receiver.posthorn.invalid.example/");
    }

    @Test
    void has_the_one_local_name_an_endpoint_may_have_everywhere() {
        assertThat(new UrlPolicy(EgressSettings.DEFAULTS).check(url("acme"))).isEmpty();
        assertThat(new UrlPolicy(EgressSettings.DEFAULTS).check("https://other.invalid/"))
                .isPresent();
    }
}

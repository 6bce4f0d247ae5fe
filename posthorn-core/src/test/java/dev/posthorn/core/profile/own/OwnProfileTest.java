package dev.posthorn.core.profile.own;

import static dev.posthorn.core.profile.SampleEndpoints.body;
import static dev.posthorn.core.profile.SampleEndpoints.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.SampleEndpoints;
import dev.posthorn.core.profile.own.OwnProfile.Body;
import dev.posthorn.core.profile.own.OwnProfile.Method;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.SignatureForm;
import dev.posthorn.core.signature.SignatureForm.Algorithm;
import dev.posthorn.core.signature.SignatureForm.Encoding;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures of other systems, written as profiles of the operator's own. */
class OwnProfileTest {
    private static final SignatureForm HEX =
            new SignatureForm(Algorithm.HMAC_SHA256, Encoding.HEX, SignatureForm.Key.TEXT);
    private static final SignatureForm BASE64 =
            new SignatureForm(Algorithm.HMAC_SHA256, Encoding.BASE64, SignatureForm.Key.TEXT);

    /** The fixture of Stripe's own library tests, stripe-dotnet's event_test_signature.json. */
    private static final String STRIPE_BODY =
            """
            {
              "id": "evt_123",
              "object": "event",
              "account": "acct_123",
              "api_version": "2017-05-25",
              "created": 1533204620,
              "data": {
                "object": {
                  "id": "cus_123",
                  "object": "customer",
                  "created": 123456789,
                  "email": "test@stripe.com",
                  "livemode": false,
                  "metadata": {}
                }
              },
              "livemode": false,
              "pending_webhooks": 1,
              "request": {
                "id": "req_123",
                "idempotency_key": "idempotency-key-123"
              },
              "type": "customer.created"
            }
            """;

    /** The example in GitHub's documentation, "Validating webhook deliveries". */
    @Test
    void signs_as_github_does() {
        OwnProfile github =
                new OwnProfile(
                        Method.POST,
                        Body.DATA,
                        Map.of("X-GitHub-Event", "{type}", "X-GitHub-Delivery", "{id}"),
                        new OwnSignature(
                                "X-Hub-Signature-256", "sha256={signature}", "{body}", HEX));

        OutgoingRequest request = render(github, "It's a Secret to Everybody", "Hello, World!", 1);

        assertThat(header(request, "X-Hub-Signature-256"))
                .isEqualTo(
                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
        assertThat(header(request, "X-GitHub-Event")).isEqualTo("push.made");
        assertThat(header(request, "X-GitHub-Delivery")).isEqualTo(SampleEndpoints.EVENT_TEXT);
    }

    /** Secret, time and signature as in stripe-dotnet's EventUtilityTest. */
    @Test
    void signs_as_stripe_does() {
        OwnProfile stripe =
                new OwnProfile(
                        Method.POST,
                        Body.DATA,
                        Map.of(),
                        new OwnSignature(
                                "Stripe-Signature",
                                "t={timestamp},v1={signature}",
                                "{timestamp}.{body}",
                                HEX));

        OutgoingRequest request = render(stripe, "webhook_secret", STRIPE_BODY, 1_533_204_620_000L);

        assertThat(header(request, "Stripe-Signature"))
                .isEqualTo(
                        "t=1533204620,v1="
                                + "2220f87ef101a04665f11cdf770523143f875572008577fa0f20882ddb9cc3c7");
    }

    /** Shopify publishes no vector; computed with {@code openssl dgst -sha256 -hmac}. */
    @Test
    void signs_as_shopify_does() {
        OwnProfile shopify =
                new OwnProfile(
                        Method.POST,
                        Body.DATA,
                        Map.of("X-Shopify-Topic", "{type}"),
                        new OwnSignature("X-Shopify-Hmac-Sha256", "{signature}", "{body}", BASE64));
        String order =
                "{\"id\":1234567890,\"email\":\"customer@example.com\",\"total_price\":\"123.45\"}";

        OutgoingRequest request = render(shopify, "test-webhook-secret", order, 1);

        assertThat(header(request, "X-Shopify-Hmac-Sha256"))
                .isEqualTo("QNyObTlKbMx2qDlPF/ZOZcBqg5OgPg+2oky3zldc0Gw=");
    }

    /** Computed with {@code openssl dgst -sha512 -mac HMAC -macopt hexkey:…}. */
    @Test
    void signs_with_the_bytes_a_secret_stands_for() {
        SignatureForm form =
                new SignatureForm(
                        Algorithm.HMAC_SHA512, Encoding.BASE64, SignatureForm.Key.DECODED);
        OwnProfile own =
                new OwnProfile(
                        Method.POST,
                        Body.DATA,
                        Map.of(),
                        new OwnSignature("X-Sig", "{signature}", "{body}", form));

        OutgoingRequest request = render(own, SampleEndpoints.SECRET.text(), "{\"id\":1}", 1);

        assertThat(header(request, "X-Sig"))
                .isEqualTo(
                        "ZcBlsaQtQ6XN2cA4Q2CQq5pid2U5q9QBgm/BUF+k0HhKhT1bUqTLWeLmDHvm4roKXEOjiUPYJZ9SPJZowxw/Hg==");
    }

    @Test
    void sends_the_body_it_is_told_to() {
        OwnProfile standard = new OwnProfile(Method.PUT, Body.STANDARD, Map.of(), null);
        OutgoingRequest request = render(standard, "a secret of theirs", "{}", 1);
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(body(request))
                .isEqualTo(
                        "{\"type\":\"push.made\",\"timestamp\":\"2026-01-15T09:29:59.007Z\","
                                + "\"data\":{}}");
        assertThat(header(request, "webhook-signature")).startsWith("v1,");

        OwnProfile event = new OwnProfile(Method.POST, Body.EVENT, Map.of(), null);
        assertThat(body(render(event, "a secret of theirs", "{}", 1)))
                .startsWith(
                        "{\"id\":\""
                                + SampleEndpoints.EVENT_TEXT
                                + "\",\"resource\":\"event\",\"type\":\"push\",\"action\":\"made\"");
    }

    private static OutgoingRequest render(
            OwnProfile profile, String secret, String data, long nowMs) {
        Endpoint endpoint =
                SampleEndpoints.endpoint("own")
                        .withSecrets(EndpointSecrets.of(new Secret(secret)), 0);
        Event event = SampleEndpoints.event("push.made", EntityId.NONE, data);
        return new CompiledProfile(new OwnProfileVersion("own", 1, profile, false, 0))
                .renderer(endpoint, SampleEndpoints.IDENTITY)
                .render(event, new AttemptContext(1, nowMs));
    }
}

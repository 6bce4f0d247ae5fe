package dev.posthorn.verifier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Tells genuine webhooks from forged ones. Made once with what the endpoint's owner was given, used
 * for every request, by any number of threads:
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.standard("whsec_…");
 *
 * verifier.verify(request::getHeader, body); // throws WebhookVerificationException
 * }</pre>
 *
 * <p>The body must be the very bytes received, before any parsing. A genuine webhook can still come
 * twice: drop those whose {@code webhook-id} was seen before.
 */
public final class WebhookVerifier {
    private final Scheme scheme;
    private final Duration tolerance;
    private final InstantSource clock;

    private WebhookVerifier(Builder builder) {
        this.scheme = builder.profile.scheme(builder.secrets, builder.publicKeys);
        this.tolerance = builder.tolerance;
        this.clock = builder.clock;
    }

    /** For the profile {@code standard}: one or more secrets {@code whsec_…}. */
    public static WebhookVerifier standard(String... secrets) {
        return of(WebhookProfile.STANDARD, secrets);
    }

    /** For the profile {@code ricloud}: one or more secrets as they are shown. */
    public static WebhookVerifier ricloud(String... secrets) {
        return of(WebhookProfile.RICLOUD, secrets);
    }

    /** For the profile {@code fastcomments}: one or more secrets as they are shown. */
    public static WebhookVerifier fastComments(String... secrets) {
        return of(WebhookProfile.FASTCOMMENTS, secrets);
    }

    /** For the profile {@code eventinsight}: one or more secrets as they are shown. */
    public static WebhookVerifier eventInsight(String... secrets) {
        return of(WebhookProfile.EVENTINSIGHT, secrets);
    }

    /** For the profile {@code cloudevents}: one or more secrets as they are shown. */
    public static WebhookVerifier cloudEvents(String... secrets) {
        return of(WebhookProfile.CLOUDEVENTS, secrets);
    }

    /** For the profile {@code svix}: one or more secrets {@code whsec_…}. */
    public static WebhookVerifier svix(String... secrets) {
        return of(WebhookProfile.SVIX, secrets);
    }

    /** For anything beyond secrets: public keys, another tolerance, another clock. */
    public static Builder builder(WebhookProfile profile) {
        return new Builder(Objects.requireNonNull(profile, "profile"));
    }

    private static WebhookVerifier of(WebhookProfile profile, String... secrets) {
        Builder builder = builder(profile);
        for (String secret : secrets) {
            builder.secret(secret);
        }
        return builder.build();
    }

    /**
     * Verifies one request.
     *
     * @param header looks up a header by its name whatever its case, null when it is missing, such
     *     as {@code request::getHeader}; for a map see {@link WebhookHeaders}
     * @param body as it was received
     * @return when it was signed
     * @throws WebhookVerificationException when it is not genuine, or not fresh
     */
    public Instant verify(Function<String, String> header, byte[] body)
            throws WebhookVerificationException {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(body, "body");
        Instant signed = scheme.verify(new Headers(header), body);
        return Freshness.check(signed, clock.instant(), tolerance);
    }

    /** What a verifier is made with. */
    public static final class Builder {
        private final WebhookProfile profile;
        private final List<String> secrets = new ArrayList<>();
        private final List<String> publicKeys = new ArrayList<>();
        private Duration tolerance;
        private InstantSource clock = InstantSource.system();

        private Builder(WebhookProfile profile) {
            this.profile = profile;
            this.tolerance = profile.tolerance();
        }

        /** One more secret to accept; during a rotation both the old and the new one. */
        public Builder secret(String secret) {
            secrets.add(Objects.requireNonNull(secret, "secret"));
            return this;
        }

        /** One more public key {@code whpk_…} to accept signatures {@code v1a} of. */
        public Builder publicKey(String publicKey) {
            publicKeys.add(Objects.requireNonNull(publicKey, "publicKey"));
            return this;
        }

        /** How far the time of signing may be from now, in both directions. */
        public Builder tolerance(Duration tolerance) {
            this.tolerance = Objects.requireNonNull(tolerance, "tolerance");
            return this;
        }

        /** What time it is; for tests. */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * The verifier.
         *
         * @throws IllegalArgumentException when there is no secret or key, or one that is none
         */
        public WebhookVerifier build() {
            if (secrets.isEmpty() && publicKeys.isEmpty()) {
                throw new IllegalArgumentException("a verifier needs a secret");
            }
            return new WebhookVerifier(this);
        }
    }
}

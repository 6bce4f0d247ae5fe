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
 * WebhookVerdict verdict = verifier.check(request::getHeader, body);
 * }</pre>
 *
 * <p>The body must be the very bytes received, before any parsing. Comparisons take the same time
 * whatever differs. A genuine webhook can still come twice: see {@link ReplayGuard}.
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

    /**
     * For the profile {@code standard}.
     *
     * @param secrets one or more, {@code whsec_…}; several while one is being replaced
     * @return a verifier with the system's clock and the profile's tolerance
     */
    public static WebhookVerifier standard(String... secrets) {
        return of(WebhookProfile.STANDARD, secrets);
    }

    /**
     * For the profile {@code ricloud}.
     *
     * @param secrets one or more, as they are shown
     * @return a verifier with the system's clock and the profile's tolerance
     */
    public static WebhookVerifier ricloud(String... secrets) {
        return of(WebhookProfile.RICLOUD, secrets);
    }

    /**
     * For the profile {@code fastcomments}.
     *
     * @param secrets one or more, as they are shown
     * @return a verifier with the system's clock and the profile's tolerance
     */
    public static WebhookVerifier fastComments(String... secrets) {
        return of(WebhookProfile.FASTCOMMENTS, secrets);
    }

    /**
     * For the profile {@code eventinsight}.
     *
     * @param secrets one or more, as they are shown
     * @return a verifier with the system's clock and the profile's tolerance
     */
    public static WebhookVerifier eventInsight(String... secrets) {
        return of(WebhookProfile.EVENTINSIGHT, secrets);
    }

    /**
     * For the profile {@code cloudevents}.
     *
     * @param secrets one or more, as they are shown
     * @return a verifier with the system's clock and the profile's tolerance
     */
    public static WebhookVerifier cloudEvents(String... secrets) {
        return of(WebhookProfile.CLOUDEVENTS, secrets);
    }

    /**
     * For the profile {@code svix}.
     *
     * @param secrets one or more, {@code whsec_…}; several while one is being replaced
     * @return a verifier with the system's clock and the profile's tolerance
     */
    public static WebhookVerifier svix(String... secrets) {
        return of(WebhookProfile.SVIX, secrets);
    }

    /**
     * For anything beyond secrets: public keys, another tolerance, another clock.
     *
     * @param profile what the endpoint is set up with
     * @return a builder without secrets
     */
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
     * Says what a request is. Nothing a sender writes makes it throw.
     *
     * @param header looks up a header by its name whatever its case, null when it is missing, such
     *     as {@code request::getHeader}; for a map see {@link WebhookHeaders}
     * @param body as it was received, before any parsing
     * @return genuine with its id, or refused with the reason
     */
    public WebhookVerdict check(Function<String, String> header, byte[] body) {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(body, "body");
        try {
            WebhookVerdict.Genuine genuine = scheme.verify(new Headers(header), body);
            Freshness.check(genuine.signed(), clock.instant(), tolerance);
            return genuine;
        } catch (Refusal e) {
            return e.refused();
        }
    }

    /**
     * Like {@link #check}, for callers who would rather have an exception.
     *
     * @param header looks up a header by its name whatever its case, null when it is missing
     * @param body as it was received, before any parsing
     * @return when it was signed
     * @throws WebhookVerificationException when it is not genuine, or not fresh
     */
    public Instant verify(Function<String, String> header, byte[] body)
            throws WebhookVerificationException {
        WebhookVerdict verdict = check(header, body);
        if (verdict instanceof WebhookVerdict.Refused refused) {
            throw new WebhookVerificationException(refused);
        }
        return ((WebhookVerdict.Genuine) verdict).signed();
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

        /**
         * One more secret to accept; during a rotation both the old and the new one.
         *
         * @param secret as it is shown
         * @return this
         */
        public Builder secret(String secret) {
            secrets.add(Objects.requireNonNull(secret, "secret"));
            return this;
        }

        /**
         * One more public key to accept signatures {@code v1a} of.
         *
         * @param publicKey {@code whpk_…}
         * @return this
         */
        public Builder publicKey(String publicKey) {
            publicKeys.add(Objects.requireNonNull(publicKey, "publicKey"));
            return this;
        }

        /**
         * How far the time of signing may be from now, in both directions.
         *
         * @param tolerance of 5 minutes unless set, 10 for {@code ricloud}; seconds count
         * @return this
         */
        public Builder tolerance(Duration tolerance) {
            this.tolerance = Objects.requireNonNull(tolerance, "tolerance");
            return this;
        }

        /**
         * What time it is; for tests.
         *
         * @param clock asked once per request
         * @return this
         */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * The verifier.
         *
         * @return it; it does not change any more
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

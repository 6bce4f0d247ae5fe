package dev.posthorn.verifier;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The wire contracts a sender may follow, by the names its endpoints are set up with. */
public enum WebhookProfile {
    /** {@code Ricloud-Signature: t=…,s=…}, keyed with the secret's text. */
    RICLOUD("ricloud", Duration.ofMinutes(10)),
    /** Has no signature of its own; the headers of Standard Webhooks come along. */
    EVENTINSIGHT("eventinsight", Duration.ofMinutes(5)),
    /** {@code token} and {@code X-FastComments-Signature}, keyed with the secret's text. */
    FASTCOMMENTS("fastcomments", Duration.ofMinutes(5)),
    /** {@code webhook-signature: v1,…}, keyed with the decoded secret, or {@code v1a,…}. */
    STANDARD("standard", Duration.ofMinutes(5)),
    /** Has no signature of its own; the headers of Standard Webhooks come along. */
    CLOUDEVENTS("cloudevents", Duration.ofMinutes(5)),
    /** {@code svix-signature}: as {@link #STANDARD}, under the names of Svix. */
    SVIX("svix", Duration.ofMinutes(5));

    private static final String WEBHOOK = "webhook-";

    private final String profileName;
    private final Duration tolerance;

    WebhookProfile(String profileName, Duration tolerance) {
        this.profileName = profileName;
        this.tolerance = tolerance;
    }

    /**
     * How the API spells it.
     *
     * @return as in {@code profile} of an endpoint
     */
    public String profileName() {
        return profileName;
    }

    /**
     * How far a timestamp may be from the receiver's clock, in both directions.
     *
     * @return 5 minutes; 10 for {@code ricloud}, whose own receivers allow that
     */
    public Duration tolerance() {
        return tolerance;
    }

    /**
     * The profile of that name.
     *
     * @param name as the API spells it
     * @return empty for any other name, such as that of an operator's own profile
     */
    public static Optional<WebhookProfile> named(String name) {
        return Arrays.stream(values()).filter(p -> p.profileName.equals(name)).findFirst();
    }

    Scheme scheme(List<String> secrets, List<String> publicKeys) {
        return switch (this) {
            case RICLOUD -> new RicloudScheme(secrets);
            case FASTCOMMENTS -> new FastCommentsScheme(secrets);
            case STANDARD -> new StandardScheme(WEBHOOK, StandardKey.of(secrets), publicKeys);
            case SVIX -> new StandardScheme("svix-", StandardKey.of(secrets), publicKeys);
            case EVENTINSIGHT, CLOUDEVENTS ->
                    new StandardScheme(WEBHOOK, StandardKey.ofAnyForm(secrets), publicKeys);
        };
    }
}

package dev.posthorn.cli.receiver;

import dev.posthorn.cli.process.Failure;
import dev.posthorn.verifier.WebhookHeaders;
import dev.posthorn.verifier.WebhookProfile;
import dev.posthorn.verifier.WebhookVerificationException;
import dev.posthorn.verifier.WebhookVerificationException.Reason;
import dev.posthorn.verifier.WebhookVerifier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks whichever signatures a request has, of every profile: all of them must be right, and there
 * must be one; where the profile is known, its own.
 */
public final class SecretsCheck implements SignatureCheck {
    private static final String PUBLIC_KEY = "whpk_";

    private final WebhookVerifier ricloud;
    private final WebhookVerifier fastComments;
    private final WebhookVerifier standard;
    private final @Nullable String profile;

    private SecretsCheck(List<String> secrets, @Nullable String profile, InstantSource clock) {
        this.profile = profile;
        this.ricloud = verifier(WebhookProfile.RICLOUD, secrets, clock);
        this.fastComments = verifier(WebhookProfile.FASTCOMMENTS, secrets, clock);
        // Like standard, but secrets may have any form: other profiles' endpoints have such.
        this.standard = verifier(WebhookProfile.CLOUDEVENTS, secrets, clock);
    }

    /** Public keys {@code whpk_…} count as secrets too; without any, nothing is checked. */
    public static SignatureCheck of(List<String> secrets) {
        return of(secrets, null);
    }

    /** {@code profile}: that all requests are of; null for any. */
    public static SignatureCheck of(List<String> secrets, @Nullable String profile) {
        return of(secrets, profile, InstantSource.system());
    }

    static SignatureCheck of(List<String> secrets, @Nullable String profile, InstantSource clock) {
        if (secrets.isEmpty()) {
            return SignatureCheck.NONE;
        }
        try {
            return new SecretsCheck(secrets, profile, clock);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    "a --secret cannot be used: " + e.getMessage(),
                    "Give it as the server shows it: whsec_… or your own text.");
        }
    }

    private static WebhookVerifier verifier(
            WebhookProfile profile, List<String> secrets, InstantSource clock) {
        WebhookVerifier.Builder builder = WebhookVerifier.builder(profile).clock(clock);
        for (String secret : secrets) {
            if (secret.startsWith(PUBLIC_KEY)) {
                builder.publicKey(secret);
            } else {
                builder.secret(secret);
            }
        }
        return builder.build();
    }

    @Override
    public Verdict of(ReceivedRequest request) {
        var proofs = new ArrayList<String>();
        try {
            if ("ricloud".equals(profile) || request.has("ricloud-signature")) {
                verify(ricloud, request);
                proofs.add("Ricloud-Signature");
            }
            if ("fastcomments".equals(profile)
                    || request.has("token")
                    || request.has("x-fastcomments-signature")) {
                verify(fastComments, request);
                proofs.add("token, X-FastComments-Signature");
            }
            if (request.has("webhook-signature") || proofs.isEmpty()) {
                verify(standard, request);
                proofs.add("webhook-signature");
            }
        } catch (WebhookVerificationException e) {
            int status = e.reason() == Reason.WRONG_TOKEN ? 401 : 400;
            return new Verdict.Forged(status, String.valueOf(e.getMessage()));
        }
        return new Verdict.Genuine(String.join(", ", proofs));
    }

    private static void verify(WebhookVerifier verifier, ReceivedRequest request)
            throws WebhookVerificationException {
        verifier.verify(WebhookHeaders.of(request.headers()), request.body());
    }
}

package dev.posthorn.verifier;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What verifying 1 KiB costs on this machine; a program, not a test, because a busy machine is no
 * fault: the fastest of many short rounds, since what other programs take only ever adds.
 */
final class VerificationCost {
    private static final int BODY_BYTES = 1024;
    private static final int ROUND = 5_000;
    private static final int ROUNDS = 200;
    private static final long NOW = 1_700_000_000L;

    private VerificationCost() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        for (WebhookProfile profile : WebhookProfile.values()) {
            out.printf("%-12s %.2f µs%n", profile.profileName(), fastestMicros(profile));
        }
    }

    private static double fastestMicros(WebhookProfile profile) {
        byte[] body = new byte[BODY_BYTES];
        new Random(1).nextBytes(body);
        // As cheap to look up as a server's own headers.
        Map<String, String> headers = new HashMap<>(Signer.headers(profile, "id-1", NOW, body));
        WebhookVerifier verifier =
                WebhookVerifier.builder(profile)
                        .secret(Signer.SECRET)
                        .clock(Vectors.at(NOW))
                        .build();
        return IntStream.range(0, ROUNDS)
                .mapToDouble(round -> micros(verifier, headers, body))
                .min()
                .orElseThrow();
    }

    private static double micros(
            WebhookVerifier verifier, Map<String, String> headers, byte[] body) {
        long start = System.nanoTime();
        int genuine = 0;
        for (int i = 0; i < ROUND; i++) {
            if (verifier.check(headers::get, body) instanceof WebhookVerdict.Genuine) {
                genuine++;
            }
        }
        long nanos = System.nanoTime() - start;
        if (genuine != ROUND) {
            throw new IllegalStateException(ROUND - genuine + " were refused");
        }
        return nanos / 1_000.0 / ROUND;
    }
}

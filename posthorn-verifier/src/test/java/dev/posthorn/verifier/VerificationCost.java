package dev.posthorn.verifier;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * What verifying 1 KiB costs on this machine; a program, not a test, because a busy machine is no
 * fault: processor time of one thread, the median of many short rounds.
 */
final class VerificationCost {
    private static final int BODY_BYTES = 1024;
    private static final int ROUND = 20_000;
    private static final int ROUNDS = 40;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final long NOW = 1_700_000_000L;

    private VerificationCost() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        for (WebhookProfile profile : WebhookProfile.values()) {
            out.printf("%-12s %.2f µs%n", profile.profileName(), medianMicros(profile));
        }
    }

    private static double medianMicros(WebhookProfile profile) {
        byte[] body = new byte[BODY_BYTES];
        new Random(1).nextBytes(body);
        // As cheap to look up as a server's own headers.
        Map<String, String> headers = new HashMap<>(Signer.headers(profile, "id-1", NOW, body));
        WebhookVerifier verifier =
                WebhookVerifier.builder(profile)
                        .secret(Signer.SECRET)
                        .clock(Vectors.at(NOW))
                        .build();
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = micros(verifier, headers, body);
        }
        double[] warm = Arrays.copyOfRange(rounds, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static double micros(
            WebhookVerifier verifier, Map<String, String> headers, byte[] body) {
        long start = CLOCK.getCurrentThreadCpuTime();
        int genuine = 0;
        for (int i = 0; i < ROUND; i++) {
            if (verifier.check(headers::get, body) instanceof WebhookVerdict.Genuine) {
                genuine++;
            }
        }
        long nanos = CLOCK.getCurrentThreadCpuTime() - start;
        if (genuine != ROUND) {
            throw new IllegalStateException(ROUND - genuine + " were refused");
        }
        return nanos / 1_000.0 / ROUND;
    }
}

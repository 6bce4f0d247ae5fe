package dev.posthorn.server.sample;

import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.StandardSigner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Checks a request by Standard Webhooks 1.0.0: signs it once more and compares. */
final class SampleSignature {
    private SampleSignature() {}

    /** Whether one of its signatures is one of these secrets, {@code v1} or {@code v1a}. */
    static boolean isRight(OutgoingRequest request, EndpointSecrets secrets, long nowMs) {
        String id = header(request, "webhook-id");
        String timestamp = header(request, "webhook-timestamp");
        String given = header(request, "webhook-signature");
        if (id == null || timestamp == null || given == null) {
            return false;
        }
        String right =
                StandardSigner.hmac(secrets).sign(id, timestamp, request.body(), nowMs)
                        + ' '
                        + StandardSigner.ed25519(secrets)
                                .sign(id, timestamp, request.body(), nowMs);
        return Arrays.stream(given.split(" ", -1)).anyMatch(one -> isAmong(one, right));
    }

    private static boolean isAmong(String given, String right) {
        byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
        return Arrays.stream(right.split(" ", -1))
                .map(one -> one.getBytes(StandardCharsets.UTF_8))
                .anyMatch(one -> MessageDigest.isEqual(bytes, one));
    }

    private static @Nullable String header(OutgoingRequest request, String name) {
        String[] headers = request.headers();
        for (int i = 0; i + 1 < headers.length; i += 2) {
            if (headers[i].equalsIgnoreCase(name)) {
                return headers[i + 1];
            }
        }
        return null;
    }
}

package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerdict.Genuine;
import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Standard Webhooks 1.0.0: {@code webhook-signature} lists signatures over {@code
 * id.timestamp.body}, {@code v1} by HMAC and {@code v1a} by Ed25519; one that fits is enough.
 */
final class StandardScheme implements Scheme {
    /** A sender in the middle of several rotations has fewer; more only keep us busy. */
    private static final int MAX_SIGNATURES = 20;

    private static final String V1 = "v1,";
    private static final String V1A = "v1a,";

    private final String prefix;
    private final List<HmacSha256> secrets;
    private final PublicKeys publicKeys;

    /** {@code prefix}: what the names of the three headers begin with. */
    StandardScheme(String prefix, List<HmacSha256> secrets, List<String> publicKeys) {
        this.prefix = prefix;
        this.secrets = secrets;
        this.publicKeys = new PublicKeys(publicKeys);
    }

    @Override
    public Genuine verify(Headers headers, byte[] body) throws Refusal {
        String id = headers.required(prefix + "id");
        String timestamp = headers.required(prefix + "timestamp");
        String signatures = headers.required(prefix + "signature");
        Instant signed = Timestamps.parse(timestamp);
        byte[] head = (id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
        if (!anyFits(signatures, head, body)) {
            throw new Refusal(
                    Reason.WRONG_SIGNATURE, "no signature in " + prefix + "signature fits");
        }
        return new Genuine(Optional.of(id), signed);
    }

    private boolean anyFits(String signatures, byte[] head, byte[] body) {
        List<byte[]> expected = secrets.stream().map(key -> v1(key, head, body)).toList();
        String[] candidates = signatures.split(" ", MAX_SIGNATURES + 1);
        boolean fits = false;
        for (int i = 0; i < Math.min(candidates.length, MAX_SIGNATURES); i++) {
            fits |= fits(candidates[i], expected, head, body);
        }
        return fits;
    }

    private boolean fits(String candidate, List<byte[]> expected, byte[] head, byte[] body) {
        if (candidate.startsWith(V1)) {
            byte[] given = candidate.getBytes(StandardCharsets.UTF_8);
            return expected.stream().anyMatch(right -> MessageDigest.isEqual(right, given));
        }
        return candidate.startsWith(V1A)
                && StandardKey.decoded(candidate.substring(V1A.length()))
                        .filter(signature -> publicKeys.fits(signature, head, body))
                        .isPresent();
    }

    private static byte[] v1(HmacSha256 key, byte[] head, byte[] body) {
        String base64 = Base64.getEncoder().encodeToString(key.of(head, body));
        return (V1 + base64).getBytes(StandardCharsets.UTF_8);
    }
}

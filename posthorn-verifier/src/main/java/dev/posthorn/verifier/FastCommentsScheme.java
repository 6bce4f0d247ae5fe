package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerdict.Genuine;
import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code token} carries the secret itself, {@code X-FastComments-Signature} is {@code sha256=<hex>}
 * over {@code seconds.body}; both must be right.
 */
final class FastCommentsScheme implements Scheme {
    private static final String TOKEN = "token";
    private static final String TIMESTAMP = "X-FastComments-Timestamp";
    private static final String SIGNATURE = "X-FastComments-Signature";

    private final List<Secret> secrets;
    private final SignedId id;

    FastCommentsScheme(List<String> secrets) {
        this.secrets = secrets.stream().map(Secret::of).toList();
        this.id = new SignedId(secrets);
    }

    @Override
    public Genuine verify(Headers headers, byte[] body) throws Refusal {
        byte[] token = headers.required(TOKEN).getBytes(StandardCharsets.UTF_8);
        if (secrets.stream().noneMatch(secret -> MessageDigest.isEqual(secret.token(), token))) {
            throw new Refusal(Reason.WRONG_TOKEN, "the token is not the secret");
        }
        String timestamp = headers.required(TIMESTAMP);
        byte[] given = headers.required(SIGNATURE).getBytes(StandardCharsets.UTF_8);
        Instant signed = Timestamps.parse(timestamp);
        if (secrets.stream()
                .noneMatch(secret -> MessageDigest.isEqual(secret.sign(timestamp, body), given))) {
            throw new Refusal(
                    Reason.WRONG_SIGNATURE, "the signature in " + SIGNATURE + " does not fit");
        }
        return new Genuine(id.of(headers, body), signed);
    }

    private record Secret(byte[] token, HmacSha256 key) {
        static Secret of(String text) {
            return new Secret(text.getBytes(StandardCharsets.UTF_8), TextKey.of(text));
        }

        byte[] sign(String timestamp, byte[] body) {
            byte[] head = (timestamp + '.').getBytes(StandardCharsets.US_ASCII);
            String hex = HexFormat.of().formatHex(key.of(head, body));
            return ("sha256=" + hex).getBytes(StandardCharsets.US_ASCII);
        }
    }
}

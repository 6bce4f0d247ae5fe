package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerdict.Genuine;
import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** {@code Ricloud-Signature: t=<seconds>,s=<base64>} over {@code seconds.body}. */
final class RicloudScheme implements Scheme {
    private static final String HEADER = "Ricloud-Signature";

    /** Base64 of 32 bytes. */
    private static final int SIGNATURE_CHARS = 44;

    private static final String TIMESTAMP = "t=";
    private static final String SIGNATURE = ",s=";

    private final List<HmacSha256> keys;
    private final SignedId id;

    RicloudScheme(List<String> secrets) {
        this.keys = TextKey.of(secrets);
        this.id = new SignedId(secrets);
    }

    @Override
    public Genuine verify(Headers headers, byte[] body) throws Refusal {
        String header = headers.required(HEADER);
        int middle = header.indexOf(SIGNATURE);
        if (!header.startsWith(TIMESTAMP)
                || middle < 0
                || header.length() != middle + SIGNATURE.length() + SIGNATURE_CHARS) {
            throw new Refusal(Reason.MALFORMED_SIGNATURE, HEADER + " is not t=…,s=…");
        }
        String timestamp = header.substring(TIMESTAMP.length(), middle);
        Instant signed = Timestamps.parse(timestamp);
        byte[] given =
                header.substring(middle + SIGNATURE.length()).getBytes(StandardCharsets.UTF_8);
        if (keys.stream()
                .noneMatch(key -> MessageDigest.isEqual(right(key, timestamp, body), given))) {
            throw new Refusal(
                    Reason.WRONG_SIGNATURE, "the signature in " + HEADER + " does not fit");
        }
        return new Genuine(id.of(headers, body), signed);
    }

    private static byte[] right(HmacSha256 key, String timestamp, byte[] body) {
        byte[] head = (timestamp + '.').getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encode(key.of(head, body));
    }
}

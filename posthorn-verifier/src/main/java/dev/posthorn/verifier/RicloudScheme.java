package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Ricloud-Signature: t=<seconds>,s=<base64>} over {@code seconds.body}. */
final class RicloudScheme implements Scheme {
    private static final String HEADER = "Ricloud-Signature";

    /** 44 characters: base64 of 32 bytes. */
    private static final Pattern FORM =
            Pattern.compile("t=(?<timestamp>[^,]*),s=(?<signature>[A-Za-z0-9+/=]{44})");

    private final List<HmacSha256> keys;

    RicloudScheme(List<HmacSha256> keys) {
        this.keys = keys;
    }

    @Override
    public Instant verify(Headers headers, byte[] body) throws WebhookVerificationException {
        Matcher parts = FORM.matcher(headers.required(HEADER));
        if (!parts.matches()) {
            throw new WebhookVerificationException(
                    Reason.MALFORMED_SIGNATURE, HEADER + " is not t=…,s=…");
        }
        String timestamp = parts.group("timestamp");
        Instant signed = Timestamps.parse(timestamp);
        byte[] given = parts.group("signature").getBytes(StandardCharsets.US_ASCII);
        if (keys.stream()
                .noneMatch(key -> MessageDigest.isEqual(right(key, timestamp, body), given))) {
            throw new WebhookVerificationException(
                    Reason.WRONG_SIGNATURE, "the signature in " + HEADER + " does not fit");
        }
        return signed;
    }

    private static byte[] right(HmacSha256 key, String timestamp, byte[] body) {
        byte[] head = (timestamp + '.').getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encode(key.of(head, body));
    }
}

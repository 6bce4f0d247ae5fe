package dev.posthorn.core.signature;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64 read as strictly as the strictest receiver would: padded, and with no bits set beyond the
 * last byte. The JDK's decoder takes more, and then two texts would be one key.
 */
final class CanonicalBase64 {
    private CanonicalBase64() {}

    static Optional<byte[]> decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            String canonical = Base64.getEncoder().encodeToString(bytes);
            return canonical.equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

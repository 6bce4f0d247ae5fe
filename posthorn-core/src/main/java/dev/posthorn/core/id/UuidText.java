package dev.posthorn.core.id;

import java.util.Optional;
import java.util.UUID;

/** Strict reading of the 36-character form; {@link UUID#fromString} takes far more than that. */
final class UuidText {
    private static final int LENGTH = 36;

    private UuidText() {}

    static Optional<UUID> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!fits(text.charAt(i), i)) {
                return Optional.empty();
            }
        }
        return Optional.of(UUID.fromString(text));
    }

    private static boolean fits(char c, int position) {
        return switch (position) {
            case 8, 13, 18, 23 -> c == '-';
            default -> Character.digit(c, 16) >= 0 && c < 0x80;
        };
    }
}

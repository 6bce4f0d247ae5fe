package dev.posthorn.core.attempt;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a receiver answered, as far as it is kept.
 *
 * @param headers names and values by turns, in the order received
 * @param body the first 16 KiB
 * @param truncated whether there was more
 */
public record Response(int status, String[] headers, byte[] body, boolean truncated) {
    /** Bytes of an answer's body that are kept. */
    public static final int MAX_BODY_BYTES = 16 * 1024;

    /** The first value of a header, whatever the case of its name; empty when it is missing. */
    public Optional<String> header(String name) {
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equalsIgnoreCase(name)) {
                return Optional.of(headers[i + 1].strip());
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Response that
                && status == that.status
                && truncated == that.truncated
                && Arrays.equals(headers, that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * status + Arrays.hashCode(body);
    }
}

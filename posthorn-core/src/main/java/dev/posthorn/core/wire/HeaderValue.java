package dev.posthorn.core.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Any text as a header's value: CloudEvents' HTTP binding 1.0.2, section 3.1.3.2, percent-encodes
 * blanks, double quotes, percent signs and all that is not printable ASCII, as UTF-8.
 */
public final class HeaderValue {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private HeaderValue() {}

    public static String percentEncoded(String text) {
        StringBuilder value = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b <= '~' && b != '"' && b != '%') {
                value.append((char) b);
            } else {
                value.append('%').append(HEX.toHexDigits(b));
            }
        }
        return value.toString();
    }
}

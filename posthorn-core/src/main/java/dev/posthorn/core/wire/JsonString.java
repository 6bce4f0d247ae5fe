package dev.posthorn.core.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** JSON strings as RFC 8259 section 7 defines them. */
final class JsonString {
    private static final HexFormat HEX = HexFormat.of();

    private JsonString() {}

    /** Whether {@code text} is ASCII with nothing to escape. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** With its quotes, UTF-8. Half a surrogate pair has no UTF-8 and stays an escape. */
    static byte[] escaped(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            appendEscaped(c, json);
            i += Character.charCount(c);
        }
        return json.append('"').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendEscaped(int c, StringBuilder json) {
        switch (c) {
            case '"', '\\' -> json.append('\\').append((char) c);
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < ' ' || Character.getType(c) == Character.SURROGATE) {
                    json.append("\\u").append(HEX.toHexDigits((char) c));
                } else {
                    json.appendCodePoint(c);
                }
            }
        }
    }
}

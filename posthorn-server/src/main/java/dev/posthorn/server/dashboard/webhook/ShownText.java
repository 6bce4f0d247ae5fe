package dev.posthorn.server.dashboard.webhook;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text: shown as it is, or the name of a character nobody sees that could make the
 * rest look like something else.
 */
public record ShownText(String text, boolean hidden) {

    /** The pieces of a text, in order; no two plain ones follow each other. */
    static List<ShownText> of(String text) {
        List<ShownText> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (isHidden(c)) {
                add(pieces, text.substring(from, at));
                pieces.add(new ShownText("U+%04X".formatted(c), true));
                from = next;
            }
            at = next;
        }
        add(pieces, text.substring(from));
        return List.copyOf(pieces);
    }

    private static void add(List<ShownText> pieces, String plain) {
        if (!plain.isEmpty()) {
            pieces.add(new ShownText(plain, false));
        }
    }

    private static boolean isHidden(int c) {
        if (c == '\n' || c == '\t' || c == '\r') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}

package dev.posthorn.server.dashboard.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text somebody else wrote, ready to be shown: what is unseen or turns the rest around is named.
 *
 * @param cut how many characters were left out at the end
 */
public record ShownText(List<Piece> pieces, int cut) {
    /** More than anybody reads, and little enough for a page. */
    static final int MOST = 100_000;

    public ShownText {
        pieces = List.copyOf(pieces);
    }

    public static ShownText of(String text) {
        int end = Math.min(text.length(), MOST);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < end; ) {
            int one = text.codePointAt(at);
            int next = at + Character.charCount(one);
            if (isUnseen(one)) {
                if (at > from) {
                    pieces.add(new Piece(text.substring(from, at), false));
                }
                pieces.add(new Piece(String.format(Locale.ROOT, "U+%04X", one), true));
                from = next;
            }
            at = next;
        }
        if (end > from) {
            pieces.add(new Piece(text.substring(from, end), false));
        }
        return new ShownText(pieces, text.length() - end);
    }

    private static boolean isUnseen(int one) {
        if (one == '\n' || one == '\t') {
            return false;
        }
        int type = Character.getType(one);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}

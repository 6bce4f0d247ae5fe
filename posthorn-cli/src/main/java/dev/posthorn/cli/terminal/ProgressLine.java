package dev.posthorn.cli.terminal;

import java.util.Locale;

/** One line that shows how far long work has come; nothing unless a person looks. */
public final class ProgressLine {
    /** Of {@link #show}, when nobody knows how much there is. */
    public static final double UNKNOWN = -1;

    /** Columns of the bar: with the text beside it within 80. */
    private static final int BAR = 24;

    private final Terminal terminal;
    private int widest;

    public ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** {@code share} from 0 to 1, or {@link #UNKNOWN}. */
    public void show(double share, String text) {
        if (!terminal.live()) {
            return;
        }
        String rest = " ".repeat(Math.max(0, widest - text.length()));
        widest = Math.max(widest, text.length());
        terminal.err().print("\r" + (share < 0 ? "" : bar(Math.min(1, share))) + text + rest);
        terminal.err().flush();
    }

    /** Leaves an empty line; once more does nothing. */
    public void finish() {
        if (terminal.live() && widest > 0) {
            terminal.err().print("\r" + " ".repeat(BAR + 7 + widest) + "\r");
            terminal.err().flush();
            widest = 0;
        }
    }

    private String bar(double share) {
        int filled = (int) (share * BAR);
        return String.format(Locale.ROOT, "%3d%% ", (int) (share * 100))
                + terminal.paintNote(Style.GOOD, "━".repeat(filled))
                + terminal.paintNote(Style.DIM, "─".repeat(BAR - filled))
                + "  ";
    }
}

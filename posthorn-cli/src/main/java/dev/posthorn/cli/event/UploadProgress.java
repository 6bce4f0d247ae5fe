package dev.posthorn.cli.event;

import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import java.util.Locale;

/** One line on the terminal that shows how far an upload has come. */
final class UploadProgress {
    private static final int BAR = 24;

    private final Terminal terminal;
    private final long totalBytes;
    private final Lines lines;
    private final long startNanos;

    /** {@code totalBytes} 0 when the end is not known. */
    UploadProgress(Terminal terminal, Lines lines, long totalBytes) {
        this.terminal = terminal;
        this.lines = lines;
        this.totalBytes = totalBytes;
        this.startNanos = System.nanoTime();
    }

    void show(long events) {
        if (!terminal.live()) {
            return;
        }
        String rate = String.format(Locale.ROOT, "%,d events  %,d/s", events, perSecond(events));
        terminal.err().print("\r" + bar() + rate + "   ");
        terminal.err().flush();
    }

    void finish() {
        if (terminal.live()) {
            terminal.err().print("\r" + " ".repeat(70) + "\r");
        }
    }

    long millis() {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    long perSecond(long events) {
        return events * 1000 / Math.max(1, millis());
    }

    private String bar() {
        if (totalBytes == 0) {
            return "";
        }
        int percent = (int) (lines.bytes() * 100 / totalBytes);
        int filled = percent * BAR / 100;
        String bar = terminal.paintNote(Style.GOOD, "━".repeat(filled));
        return String.format(Locale.ROOT, "%3d%% ", percent)
                + bar
                + "─".repeat(BAR - filled)
                + "  ";
    }
}

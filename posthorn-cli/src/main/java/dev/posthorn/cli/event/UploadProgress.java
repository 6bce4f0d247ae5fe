package dev.posthorn.cli.event;

import dev.posthorn.cli.terminal.ProgressLine;
import dev.posthorn.cli.terminal.Terminal;
import java.util.Locale;

/** Shows how far an upload has come, and how fast. */
final class UploadProgress {
    private final ProgressLine line;
    private final long totalBytes;
    private final Lines lines;
    private final long startNanos;

    /** {@code totalBytes} 0 when the end is not known. */
    UploadProgress(Terminal terminal, Lines lines, long totalBytes) {
        this.line = new ProgressLine(terminal);
        this.lines = lines;
        this.totalBytes = totalBytes;
        this.startNanos = System.nanoTime();
    }

    void show(long events) {
        double share = totalBytes == 0 ? ProgressLine.UNKNOWN : (double) lines.bytes() / totalBytes;
        line.show(
                share, String.format(Locale.ROOT, "%,d events  %,d/s", events, perSecond(events)));
    }

    void finish() {
        line.finish();
    }

    long millis() {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    long perSecond(long events) {
        return events * 1000 / Math.max(1, millis());
    }
}

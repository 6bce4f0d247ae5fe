package dev.posthorn.cli.event;

import dev.posthorn.cli.terminal.Output;
import dev.posthorn.cli.terminal.Style;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an upload has come to.
 *
 * @param events published by it
 * @param duplicates published before, by an earlier upload of the same lines
 * @param deliveries made for {@code events}
 */
record UploadSum(long events, long duplicates, long deliveries) {
    static final UploadSum NOTHING = new UploadSum(0, 0, 0);

    UploadSum published(int moreDeliveries) {
        return new UploadSum(events + 1, duplicates, deliveries + moreDeliveries);
    }

    UploadSum repeated() {
        return new UploadSum(events, duplicates + 1, deliveries);
    }

    /** Events that are safe with the server, whichever upload brought them. */
    long stored() {
        return events + duplicates;
    }

    void print(Output output, UploadProgress progress) {
        if (output.isJson()) {
            output.json(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("events", events)
                            .put("duplicates", duplicates)
                            .put("deliveries", deliveries)
                            .put("duration_ms", progress.millis()));
            return;
        }
        output.terminal().line(output.terminal().paint(Style.GOOD, "✓ ") + sentence(progress));
        if (duplicates > 0) {
            output.terminal()
                    .line(
                            String.format(
                                    Locale.ROOT,
                                    "%,d were published before and are not again; --upload NAME"
                                            + " makes it an upload of its own.",
                                    duplicates));
        }
    }

    private String sentence(UploadProgress progress) {
        return String.format(
                Locale.ROOT,
                "%,d events published, %,d deliveries made, in %.1f s (%,d events/s)",
                events,
                deliveries,
                progress.millis() / 1000.0,
                progress.perSecond(stored()));
    }
}

package dev.posthorn.cli.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How deliveries are sent again in bulk. */
public final class BulkOptions {
    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "at most this many a second (default: as fast as they can be taken)")
    private @Nullable Double rate;

    @Option(names = "--dry-run", description = "count them, and send nothing")
    boolean dryRun;

    @Option(names = "--detach", description = "do not wait until it is done: print the task")
    boolean detach;

    /** As the API names them. */
    void addTo(Map<String, Object> fields) {
        if (rate != null) {
            fields.put("rate", rate);
        }
    }
}

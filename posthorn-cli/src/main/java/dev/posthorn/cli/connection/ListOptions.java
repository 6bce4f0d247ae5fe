package dev.posthorn.cli.connection;

import dev.posthorn.client.Filter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a list is wanted that can be narrowed by time. */
public final class ListOptions extends PageOptions {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "only later ones: 15m, 6h or 7d ago, or 2026-11-22T10:00:00Z")
    private @Nullable Moment since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "only earlier ones, in the same way")
    private @Nullable Moment until;

    /** {@code now}: what spans of time count back from. */
    public Filter filter(Instant now) {
        Filter filter = page();
        filter = since == null ? filter : filter.createdFrom(since.at(now));
        return until == null ? filter : filter.createdBefore(until.at(now));
    }
}

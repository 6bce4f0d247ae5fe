package dev.posthorn.cli.connection;

import dev.posthorn.client.Filter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a list is wanted. */
public final class ListOptions {
    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many, at most 1000 (default: 20)")
    int limit = 20;

    @Option(names = "--after-id", paramLabel = "ID", description = "go on behind this one")
    @Nullable String afterId;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "only those of the last 15m, 6h, 7d …")
    @Nullable Duration since;

    /** {@code now}: what {@code --since} counts back from. */
    public Filter filter(Instant now) {
        Filter filter = Filter.ALL.pageSize(limit);
        if (afterId != null) {
            filter = filter.and("after_id", afterId);
        }
        return since == null ? filter : filter.createdFrom(now.minus(since));
    }

    /** {@code filter} with a parameter that may not have been given. */
    public static Filter and(Filter filter, String parameter, @Nullable String value) {
        return value == null ? filter : filter.and(parameter, value);
    }
}

package dev.posthorn.cli.connection;

import dev.posthorn.client.Filter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which page of a list is wanted. */
public class PageOptions {
    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many, at most 1000 (default: 20)")
    private int limit = 20;

    @Option(names = "--after-id", paramLabel = "ID", description = "go on behind this one")
    private @Nullable String afterId;

    @Option(
            names = "--oldest-first",
            description = "in the order they came, to catch up with --after-id")
    private boolean oldestFirst;

    /** As parameters of the API. */
    public final Filter page() {
        Filter filter = Filter.ALL.pageSize(limit);
        filter = oldestFirst ? filter.oldestFirst() : filter;
        return and(filter, "after_id", afterId);
    }

    /** {@code filter} with a parameter that may not have been given. */
    public static Filter and(Filter filter, String parameter, @Nullable String value) {
        return value == null ? filter : filter.and(parameter, value);
    }
}

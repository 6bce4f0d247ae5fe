package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the log as its page shows it.
 *
 * @param open what the open row shows; null when none is open, or the visitor may not see it
 * @param contents whether the visitor may see requests and answers
 * @param newest address of the first page, empty on it
 * @param next address of the next page, empty on the last
 * @param path of this page, to open rows of it
 */
public record Log(
        Heading heading,
        List<LogRow> rows,
        @Nullable ShownExchange open,
        boolean contents,
        String newest,
        String next,
        String path) {
    /** The last ten stand on top, as all three manuals have it. */
    static final int FIRST = 10;

    private static final int MORE = 25;

    /** {@code secrets}: whether the open row shows them. */
    static Log of(Visit visit, DeskWebhook webhook, boolean secrets) {
        Optional<AttemptEntry> named = LogPages.named(visit, webhook);
        long after = visit.desk().ids().seq(visit.asked("after").orElse("")).orElse(0);
        Page<AttemptEntry> page = page(visit, webhook, after);
        if (named.isPresent() && !page.rows().contains(named.get()) && isAway(page, named.get())) {
            after = named.get().id().seq() + 1;
            page = page(visit, webhook, after);
        }
        String path = path(visit, webhook, after);
        boolean contents = visit.desk().visitor().role().seesContents();
        return new Log(
                Heading.of(visit, webhook, Section.LOG),
                rows(page.rows(), named, visit),
                contents
                        ? named.map(one -> ShownExchange.of(one, webhook, secrets, visit))
                                .orElse(null)
                        : null,
                contents,
                after == 0 ? "" : Section.LOG.href(webhook.id()),
                page.hasMore() && !page.rows().isEmpty()
                        ? path(visit, webhook, page.rows().getLast().id().seq())
                        : "",
                path);
    }

    private static boolean isAway(Page<AttemptEntry> page, AttemptEntry named) {
        return page.rows().stream().noneMatch(row -> row.id().equals(named.id()));
    }

    private static Page<AttemptEntry> page(Visit visit, DeskWebhook webhook, long after) {
        int limit = after == 0 ? FIRST : MORE;
        return visit.desk()
                .log()
                .attempts(webhook.endpoint().id(), null, new PageRequest(limit, after, 0, false));
    }

    private static String path(Visit visit, DeskWebhook webhook, long after) {
        String path = Section.LOG.href(webhook.id());
        return after == 0 ? path : path + "?after=" + visit.desk().ids().text(after);
    }

    private static List<LogRow> rows(
            List<AttemptEntry> entries, Optional<AttemptEntry> named, Visit visit) {
        List<LogRow> rows = new ArrayList<>();
        for (AttemptEntry entry : entries) {
            boolean open = named.filter(one -> one.id().equals(entry.id())).isPresent();
            rows.add(LogRow.of(entry, open, visit));
        }
        return rows;
    }

    /** This page with a row open. */
    public String opening(LogRow row) {
        String separator = path.contains("?") ? "&" : "?";
        return path + separator + "attempt=" + row.id() + "#" + row.id();
    }
}

package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Tab;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the log as its page shows it: requests, or with some filters deliveries.
 *
 * @param tabs the states to choose from
 * @param types event types to choose from
 * @param deliveries instead of {@code rows}; empty when requests are listed
 * @param open what the open row shows; null when none is open, or the visitor may not see it
 * @param contents whether the visitor may see requests and answers
 * @param newest address of the first page, empty on it
 * @param next address of the next page, empty on the last
 * @param path of this page, to open rows of it
 */
public record Log(
        Heading heading,
        LogFilter filter,
        List<Tab> tabs,
        List<String> types,
        List<LogRow> rows,
        List<LogDelivery> deliveries,
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
        LogFilter filter = LogFilter.of(visit);
        long after = visit.desk().ids().seq(visit.asked("after").orElse("")).orElse(0);
        return filter.listsDeliveries()
                ? deliveries(visit, webhook, filter, after)
                : attempts(visit, webhook, filter, after, secrets);
    }

    private static Log attempts(
            Visit visit, DeskWebhook webhook, LogFilter filter, long from, boolean secrets) {
        Optional<AttemptEntry> named = LogPages.named(visit, webhook);
        long after = from;
        Page<AttemptEntry> page = page(visit, webhook, filter, after);
        if (named.isPresent() && isAway(page, named.get())) {
            after = named.get().id().seq() + 1;
            page = page(visit, webhook, filter, after);
        }
        boolean contents = visit.desk().visitor().role().seesContents();
        ShownExchange open =
                contents
                        ? named.map(one -> ShownExchange.of(one, webhook, secrets, visit))
                                .orElse(null)
                        : null;
        long last = page.rows().isEmpty() ? 0 : page.rows().getLast().id().seq();
        List<LogRow> rows = rows(page.rows(), named, visit);
        return made(
                visit, webhook, filter, rows, List.of(), open, after, page.hasMore() ? last : 0);
    }

    private static Log deliveries(Visit visit, DeskWebhook webhook, LogFilter filter, long after) {
        String log = Section.LOG.href(webhook.id());
        Page<DeliverySummary> page =
                visit.desk()
                        .log()
                        .deliveries(
                                webhook.endpoint().id(),
                                null,
                                filter.wanted(),
                                filter.type().isEmpty() ? null : filter.type(),
                                filter.times(),
                                new PageRequest(MORE, after, 0, false));
        List<LogDelivery> rows =
                page.rows().stream().map(one -> LogDelivery.of(one, log, visit)).toList();
        return made(visit, webhook, filter, List.of(), rows, null, after, next(page));
    }

    /** A page that was cut short by what it had to look through says where to go on. */
    private static long next(Page<DeliverySummary> page) {
        if (!page.hasMore() || page.nextAfter() != 0 || page.rows().isEmpty()) {
            return page.nextAfter();
        }
        return page.rows().getLast().id().seq();
    }

    /** {@code next}: the row the next page goes on behind; 0 on the last. */
    private static Log made(
            Visit visit,
            DeskWebhook webhook,
            LogFilter filter,
            List<LogRow> rows,
            List<LogDelivery> deliveries,
            @Nullable ShownExchange open,
            long after,
            long next) {
        String log = Section.LOG.href(webhook.id());
        return new Log(
                Heading.of(visit, webhook, Section.LOG),
                filter,
                tabs(visit, filter, log),
                visit.desk().eventTypes(),
                rows,
                deliveries,
                open,
                visit.desk().visitor().role().seesContents(),
                after == 0 ? "" : log + filter.query(""),
                next == 0 ? "" : log + filter.query(visit.desk().ids().text(next)),
                log + filter.query(after == 0 ? "" : visit.desk().ids().text(after)));
    }

    private static List<Tab> tabs(Visit visit, LogFilter filter, String log) {
        List<Tab> tabs = new ArrayList<>();
        boolean all = filter.state().isEmpty();
        tabs.add(new Tab(visit.words().say("webhooks.all"), log(log, filter, ""), all, ""));
        for (String state : LogFilter.STATES) {
            String label = visit.words().say("state." + state);
            tabs.add(new Tab(label, log(log, filter, state), filter.state().equals(state), ""));
        }
        return tabs;
    }

    private static String log(String log, LogFilter filter, String state) {
        return log + filter.withState(state).query("");
    }

    private static boolean isAway(Page<AttemptEntry> page, AttemptEntry named) {
        return page.rows().stream().noneMatch(row -> row.id().equals(named.id()));
    }

    private static Page<AttemptEntry> page(
            Visit visit, DeskWebhook webhook, LogFilter filter, long after) {
        int limit = after == 0 && filter.isOpen() ? FIRST : MORE;
        return visit.desk()
                .log()
                .attempts(webhook.endpoint().id(), filter.only(visit), filter.page(limit, after));
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

    /** Whether new requests appear by themselves: not while somebody reads one. */
    public boolean live() {
        return newest.isEmpty() && open == null && filter.isOpen();
    }

    /** This page with a row open. */
    public String opening(LogRow row) {
        String separator = path.contains("?") ? "&" : "?";
        return path + separator + "attempt=" + row.id() + "#" + row.id();
    }
}

package dev.posthorn.server.dashboard.audit;

import dev.posthorn.core.log.AuditLine;
import dev.posthorn.core.log.Page;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;
import java.util.StringJoiner;

/**
 * The trail as its page shows it.
 *
 * @param action which action only; empty for all
 * @param actor public id of the key or user; empty for all
 * @param target public id of what was changed; empty for all
 * @param newest address of the first page; empty on it
 * @param next address of the next page; empty on the last
 */
public record AuditList(
        List<AuditRow> rows,
        String action,
        String actor,
        String target,
        String summary,
        String newest,
        String next) {
    /** What there is most of; any other action can be asked for in the address. */
    public static final List<String> ACTIONS =
            List.of(
                    "webhook_config.create",
                    "webhook_config.update",
                    "webhook_config.rotate",
                    "key.create",
                    "key.update",
                    "key.rotate",
                    "organisation.create",
                    "organisation.update",
                    "user.create",
                    "user.update",
                    "user.link",
                    "user.sign-in",
                    "portal.create",
                    "portal.sign-in");

    static AuditList of(Visit visit, Page<AuditLine> found) {
        String action = visit.asked("action").orElse("");
        String actor = visit.asked("actor").orElse("");
        String target = visit.asked("target").orElse("");
        String same = href(action, actor, target);
        long last = found.nextAfter();
        if (last == 0 && !found.rows().isEmpty()) {
            last = found.rows().getLast().seq();
        }
        String separator = same.contains("?") ? "&" : "?";
        return new AuditList(
                found.rows().stream().map(line -> AuditRow.of(line, visit)).toList(),
                action,
                actor,
                target,
                visit.words().count("audit.count", found.total())
                        + (found.totalCapped() ? "+" : ""),
                visit.asked("after").isPresent() ? same : "",
                found.hasMore() ? same + separator + "after=" + visit.desk().ids().text(last) : "");
    }

    private static String href(String action, String actor, String target) {
        StringJoiner query = new StringJoiner("&", AuditPage.PATH + "?", "");
        query.setEmptyValue(AuditPage.PATH);
        add(query, "action", action);
        add(query, "actor", actor);
        add(query, "target", target);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + Visit.encoded(value));
        }
    }

    public boolean isOpen() {
        return action.isEmpty() && actor.isEmpty() && target.isEmpty();
    }
}

package dev.posthorn.server.dashboard.organisations;

import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The list as its page shows it, newest first.
 *
 * @param text what was searched for
 * @param newest address of the first page; empty on it
 * @param next address of the next page; empty on the last
 */
public record OrganisationList(
        List<Row> rows,
        String text,
        String summary,
        String newest,
        String next,
        OrganisationForm form) {
    /** As many as can be looked over. */
    private static final int PAGE = 50;

    /** An organisation in the list. {@code state} as the API has it. */
    public record Row(
            String id,
            String name,
            String uid,
            String profile,
            int endpoints,
            String state,
            boolean paused,
            long createdMs) {}

    static OrganisationList of(Visit visit, OrganisationForm form) {
        String text = visit.asked("text").orElse("");
        long after = visit.desk().ids().seq(visit.asked("after").orElse("")).orElse(Long.MAX_VALUE);
        List<Organisation> found =
                visit.desk().ports().directory().organisations().stream()
                        .filter(one -> fits(one, text))
                        .sorted(
                                Comparator.comparingLong((Organisation one) -> one.id().seq())
                                        .reversed())
                        .toList();
        List<Organisation> rest = found.stream().filter(one -> one.id().seq() < after).toList();
        List<Row> rows = rest.stream().limit(PAGE).map(one -> row(one, visit)).toList();
        String same = OrganisationPages.LIST + "?text=" + Visit.encoded(text);
        return new OrganisationList(
                rows,
                text,
                visit.words().count("organisations.count", found.size()),
                after == Long.MAX_VALUE ? "" : same,
                rest.size() > rows.size() ? same + "&after=" + rows.getLast().id() : "",
                form);
    }

    private static boolean fits(Organisation one, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        String uid = one.uid();
        return text.isEmpty()
                || one.name().toLowerCase(Locale.ROOT).contains(wanted)
                || (uid != null && uid.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Row row(Organisation one, Visit visit) {
        String uid = one.uid();
        return new Row(
                visit.desk().ids().text(one.id().seq()),
                one.name(),
                uid == null ? "" : uid,
                one.defaultProfile(),
                visit.desk().ports().directory().endpoints(one.id()).size(),
                state(one, visit),
                one.paused(),
                one.createdMs());
    }

    private static String state(Organisation one, Visit visit) {
        return switch (one.standing()) {
            case OPEN ->
                    visit.desk().ports().directory().hasValidEndpoint(one.id())
                            ? "active"
                            : "unconfigured";
            case DEACTIVATED -> "deactivated";
            case BLOCKED -> "blocked";
        };
    }
}

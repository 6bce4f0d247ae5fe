package dev.posthorn.server.dashboard.queue;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.server.dashboard.shown.EndpointNames;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page that resends all that failed.
 *
 * @param count how many that would be, once they are being counted
 * @param countId public id of the task that counts, empty for none
 * @param problems sentences by field; {@code form} for the rest
 */
public record ResendView(
        TypedResend typed,
        List<Choice> webhooks,
        Optional<Progress> count,
        String countId,
        Map<String, String> problems) {
    /** A longer list is no choice; the page of a webhook leads here with that one chosen. */
    private static final int MOST_CHOICES = 300;

    /** A webhook to choose. */
    public record Choice(String id, String name) {}

    static List<Choice> choices(String chosen, Visit visit) {
        return visit.desk().endpoints().stream()
                .map(one -> new Choice(id(one, visit), EndpointNames.of(one)))
                .sorted(
                        Comparator.comparing((Choice one) -> !one.id().equals(chosen))
                                .thenComparing(Choice::name, String.CASE_INSENSITIVE_ORDER))
                .limit(MOST_CHOICES)
                .toList();
    }

    private static String id(Endpoint endpoint, Visit visit) {
        return visit.desk().ids().text(endpoint.id().seq());
    }

    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}

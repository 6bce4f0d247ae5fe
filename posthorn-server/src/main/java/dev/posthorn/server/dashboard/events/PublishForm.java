package dev.posthorn.server.dashboard.events;

import java.util.List;
import java.util.Map;

/**
 * The form to publish one event by hand.
 *
 * @param problems sentences by field, as the API names the fields; {@code form} for the rest
 * @param owner name of the organisation it will be published in
 */
public record PublishForm(
        List<String> types,
        String type,
        String entity,
        String data,
        String owner,
        Map<String, String> problems) {
    /** What is wrong with a field or something in it; empty for nothing. */
    public String problem(String field) {
        return problems.entrySet().stream()
                .filter(one -> one.getKey().equals(field) || one.getKey().startsWith(field + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}

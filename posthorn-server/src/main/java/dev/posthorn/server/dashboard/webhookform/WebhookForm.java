package dev.posthorn.server.dashboard.webhookform;

import java.util.List;
import java.util.Map;

/**
 * The form as its page shows it.
 *
 * @param id of the webhook being changed; empty for a new one
 * @param title its name, or that it is new
 * @param owner name of the organisation a new one will belong to
 * @param problems sentences by field, as the API names the fields
 */
public record WebhookForm(
        String id,
        String title,
        String owner,
        TypedWebhook typed,
        Map<String, String> problems,
        TriggerGrid grid,
        List<ProfileCard> profiles) {
    public boolean isNew() {
        return id.isEmpty();
    }

    /** What is wrong with a field or a part of it; empty for nothing. */
    public String problem(String field) {
        return problems.entrySet().stream()
                .filter(one -> one.getKey().equals(field) || one.getKey().startsWith(field + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Of the first field something is wrong with, as its element is called; empty for none. */
    public String firstProblem() {
        return problems.keySet().stream()
                .findFirst()
                .map(field -> field.contains(".") ? field.substring(0, field.indexOf('.')) : field)
                .orElse("");
    }
}

package dev.posthorn.server.dashboard.keys;

import dev.posthorn.server.dashboard.visit.Form;
import java.util.List;
import java.util.Map;

/**
 * A key to make, as typed.
 *
 * @param endpoint public id of its own endpoint, empty for none
 * @param expires a date as {@code 2026-11-22}, empty for never
 * @param problems sentences by field
 */
public record NewKeyForm(
        String name,
        List<String> scopes,
        String endpoint,
        String expires,
        Map<String, String> problems) {
    static final NewKeyForm EMPTY = new NewKeyForm("", List.of("publish"), "", "", Map.of());

    static NewKeyForm of(Form form, Map<String, String> problems) {
        return new NewKeyForm(
                form.text("name"),
                form.all("scopes"),
                form.text("endpoint"),
                form.text("expires"),
                problems);
    }

    /** Empty when there is nothing wrong with it. */
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}

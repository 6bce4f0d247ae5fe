package dev.posthorn.server.dashboard.users;

import dev.posthorn.server.dashboard.visit.Form;
import java.util.Map;

/** Somebody to invite, as typed. {@code problems}: sentences by field. */
public record Invitation(String name, String email, String role, Map<String, String> problems) {
    static final Invitation EMPTY = new Invitation("", "", "", Map.of());

    static Invitation of(Form form, Map<String, String> problems) {
        return new Invitation(form.text("name"), form.text("email"), form.text("role"), problems);
    }

    /** Empty when there is nothing wrong with it. */
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}

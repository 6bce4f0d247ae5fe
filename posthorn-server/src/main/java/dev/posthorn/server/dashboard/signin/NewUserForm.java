package dev.posthorn.server.dashboard.signin;

import java.util.Map;

/**
 * A person gives themselves a password.
 *
 * @param first whether they also say who they are
 * @param problems sentences by field
 */
public record NewUserForm(boolean first, String name, String email, Map<String, String> problems) {
    /** Empty when there is nothing wrong with it. */
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}

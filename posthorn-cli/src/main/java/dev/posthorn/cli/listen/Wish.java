package dev.posthorn.cli.listen;

import dev.posthorn.client.Listeners;
import dev.posthorn.client.PosthornException;
import dev.posthorn.client.resource.Listener;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The listener that is wanted.
 *
 * @param fields as the API names them, but for the name
 * @param name null for that of the machine
 */
record Wish(Map<String, @Nullable Object> fields, @Nullable String name, String machine) {
    private static final int CONFLICT = 409;

    /** Windows on one machine; beyond that, give them names. */
    private static final int MOST_ON_ONE_MACHINE = 9;

    /** One that nobody named takes the first name that is free: {@code laptop-2} beside laptop. */
    Listener open(Listeners listeners) {
        if (name != null) {
            return open(listeners, name);
        }
        for (int number = 1; number < MOST_ON_ONE_MACHINE; number++) {
            try {
                return open(listeners, numbered(number));
            } catch (PosthornException e) {
                if (e.status() != CONFLICT) {
                    throw e;
                }
            }
        }
        return open(listeners, numbered(MOST_ON_ONE_MACHINE));
    }

    private String numbered(int number) {
        return number == 1 ? machine : machine + "-" + number;
    }

    /** The same once more, after the server forgot it: with the secret that is known here. */
    Listener again(Listeners listeners, Listener before) {
        return with(before.secret()).open(listeners, before.name());
    }

    private Wish with(String secret) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        all.put("secret", secret);
        return new Wish(all, name, machine);
    }

    private Listener open(Listeners listeners, String called) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        all.put("name", called);
        return listeners.open(all);
    }
}

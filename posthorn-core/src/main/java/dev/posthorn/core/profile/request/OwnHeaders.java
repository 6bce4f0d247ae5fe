package dev.posthorn.core.profile.request;

import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointSettings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The headers an endpoint's owner chose, or that authenticate for them. One of our own name is
 * ours, never sent twice.
 */
final class OwnHeaders {
    private OwnHeaders() {}

    /** Adds to {@code headers}, names and values by turns, what is not in there already. */
    static void add(EndpointSettings own, List<String> varying, List<String> headers) {
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.size(); i += 2) {
            taken.add(headers.get(i));
        }
        taken.addAll(varying);
        EndpointAuth auth = own.auth();
        if (auth != null && taken.add("Authorization")) {
            auth.authorization()
                    .ifPresent(value -> headers.addAll(List.of("Authorization", value)));
        }
        own.headers()
                .forEach((name, value) -> {
                    if (taken.add(name)) {
                        headers.addAll(List.of(name, value));
                    }
                });
    }
}

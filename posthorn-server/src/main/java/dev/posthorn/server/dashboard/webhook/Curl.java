package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.api.json.Utf8Text;
import dev.posthorn.server.api.resource.SecretHeaders;
import java.util.Locale;
import java.util.Set;

/** A request as a command line for a POSIX shell. */
final class Curl {
    /** curl makes these itself. */
    private static final Set<String> OWN = Set.of("content-length", "host", "connection");

    private Curl() {}

    /** {@code secrets}: whether they are in there; masked otherwise. */
    static String line(OutgoingRequest request, boolean secrets) {
        StringBuilder line = new StringBuilder("curl --globoff -X ").append(request.method());
        line.append(' ').append(quoted(request.url()));
        String[] headers = request.headers();
        for (int i = 0; i + 1 < headers.length; i += 2) {
            if (!OWN.contains(headers[i].toLowerCase(Locale.ROOT))) {
                String value =
                        secrets ? headers[i + 1] : SecretHeaders.shown(headers[i], headers[i + 1]);
                line.append(" \\\n  -H ").append(quoted(headers[i] + ": " + value));
            }
        }
        return request.body().length == 0
                ? line.toString()
                : line.append(" \\\n  --data-raw ")
                        .append(quoted(Utf8Text.of(request.body())))
                        .toString();
    }

    /** Nothing within single quotes means anything to a shell but their end. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

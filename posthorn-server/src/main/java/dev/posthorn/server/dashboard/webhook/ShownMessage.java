package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.api.json.Utf8Text;
import dev.posthorn.server.api.resource.SecretHeaders;
import dev.posthorn.server.dashboard.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A request or an answer.
 *
 * @param start method of a request, status line of an answer
 * @param target URL of a request
 * @param size of the body as far as it is kept
 * @param truncated whether there was more
 */
public record ShownMessage(
        String start,
        String target,
        List<ShownHeader> headers,
        List<ShownText> body,
        String size,
        boolean truncated) {
    /** More than a person reads; the API has all of it. */
    private static final int MOST_SHOWN_BYTES = 256 * 1024;

    static ShownMessage of(OutgoingRequest request, boolean secrets, Words words) {
        byte[] body = request.body();
        boolean cut = body.length > MOST_SHOWN_BYTES;
        return new ShownMessage(
                request.method(),
                request.url(),
                headers(request.headers(), secrets),
                ShownText.of(cut ? Utf8Text.cut(body, MOST_SHOWN_BYTES) : Utf8Text.of(body)),
                Figures.size(body.length, words),
                cut);
    }

    /** {@code namesAndValues}: by turns. */
    static List<ShownHeader> headers(String[] namesAndValues, boolean secrets) {
        List<ShownHeader> headers = new ArrayList<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            String name = namesAndValues[i];
            boolean masked = !secrets && SecretHeaders.isSecret(name);
            List<ShownText> value = masked ? List.of() : ShownText.of(namesAndValues[i + 1]);
            headers.add(new ShownHeader(name, value, masked));
        }
        return headers;
    }
}

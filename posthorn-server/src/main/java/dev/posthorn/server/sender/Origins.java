package dev.posthorn.server.sender;

import dev.posthorn.server.egress.ReceiverUrl;
import dev.posthorn.server.egress.Refusal;
import dev.posthorn.server.egress.UrlPolicy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The origins requests went to of late. Belongs to one loop. */
final class Origins {
    private final UrlPolicy policy;
    private final int most;
    private final Consumer<Origin> forgotten;
    private final Map<String, Origin> known = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * At most {@code most} are remembered.
     *
     * @param forgotten told of each that makes room for another
     */
    Origins(UrlPolicy policy, int most, Consumer<Origin> forgotten) {
        this.policy = policy;
        this.most = most;
        this.forgotten = forgotten;
    }

    /** Where the path of {@code url} begins, or its query, or its end. */
    static int pathStart(String url) {
        int separator = url.indexOf("://");
        if (separator < 0) {
            return url.length();
        }
        for (int i = separator + 3; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '/' || c == '?') {
                return i;
            }
        }
        return url.length();
    }

    /** The origin of a URL whose path begins at {@code pathStart}, if we may send there. */
    Recipient of(String url, int pathStart) {
        String prefix = url.substring(0, pathStart);
        Origin origin = known.get(prefix);
        return origin != null ? origin : learn(prefix);
    }

    Collection<Origin> all() {
        return known.values();
    }

    private Recipient learn(String prefix) {
        return switch (policy.read(prefix)) {
            case Refusal refusal -> new Recipient.NotAllowed(refusal);
            case ReceiverUrl parts -> remember(prefix, new Origin(parts));
        };
    }

    private Origin remember(String prefix, Origin origin) {
        known.put(prefix, origin);
        if (known.size() > most) {
            String eldest = known.keySet().iterator().next();
            Origin gone = known.remove(eldest);
            if (gone != null) {
                forgotten.accept(gone);
            }
        }
        return origin;
    }
}

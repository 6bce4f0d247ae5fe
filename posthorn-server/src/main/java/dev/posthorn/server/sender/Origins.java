package dev.posthorn.server.sender;

import dev.posthorn.core.endpoint.EndpointAuth.ClientCertificate;
import dev.posthorn.server.egress.ReceiverUrl;
import dev.posthorn.server.egress.Refusal;
import dev.posthorn.server.egress.UrlPolicy;
import io.vertx.core.net.TrustOptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The origins requests went to of late, by prefix of the URL or, with a certificate, by {@link
 * Shown}. Belongs to one loop.
 */
final class Origins {
    private final UrlPolicy policy;
    private final @Nullable TrustOptions trust;
    private final int most;
    private final Consumer<Origin> forgotten;
    private final Map<Object, Origin> known = new LinkedHashMap<>(16, 0.75f, true);

    private record Shown(String prefix, ClientCertificate certificate) {}

    /**
     * At most {@code most} are remembered.
     *
     * @param forgotten told of each that makes room for another
     */
    Origins(UrlPolicy policy, @Nullable TrustOptions trust, int most, Consumer<Origin> forgotten) {
        this.policy = policy;
        this.trust = trust;
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
        return origin != null ? origin : learn(prefix, null);
    }

    /** The same for who shows a certificate: connections that showed one are nobody else's. */
    Recipient of(String url, int pathStart, ClientCertificate certificate) {
        String prefix = url.substring(0, pathStart);
        Origin origin = known.get(new Shown(prefix, certificate));
        return origin != null ? origin : learn(prefix, certificate);
    }

    Collection<Origin> all() {
        return known.values();
    }

    private Recipient learn(String prefix, @Nullable ClientCertificate certificate) {
        return switch (policy.read(prefix)) {
            case Refusal refusal -> new Recipient.NotAllowed(refusal);
            case ReceiverUrl parts -> learn(prefix, parts, certificate);
        };
    }

    /** Whatever goes wrong here must be an answer: nobody set a deadline yet. */
    private Recipient learn(
            String prefix, ReceiverUrl parts, @Nullable ClientCertificate certificate) {
        try {
            return certificate == null
                    ? remember(prefix, new Origin(parts, null))
                    : remember(
                            new Shown(prefix, certificate),
                            new Origin(parts, OneCertificate.of(certificate, trust)));
        } catch (IllegalArgumentException | IllegalStateException notForHttp) {
            return new Recipient.NotAllowed(
                    new Refusal("No request can be addressed to " + parts.authority() + "."));
        }
    }

    private Origin remember(Object key, Origin origin) {
        known.put(key, origin);
        if (known.size() > most) {
            Object eldest = known.keySet().iterator().next();
            Origin gone = known.remove(eldest);
            if (gone != null) {
                forgotten.accept(gone);
            }
        }
        return origin;
    }
}

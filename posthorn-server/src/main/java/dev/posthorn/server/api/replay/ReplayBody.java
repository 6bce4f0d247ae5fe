package dev.posthorn.server.api.replay;

import dev.posthorn.core.log.TimeRange;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.http.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a body that mean what the parameters of a list mean, and how fast to go. One thread.
 */
final class ReplayBody {
    private static final int MAX_LENGTH = 256;
    private static final double MAX_RATE = 100_000;

    private final BodyFields body;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private boolean dryRun;
    private @Nullable Double rate;

    ReplayBody(BodyFields body, List<String> names) {
        this.body = body;
        names.forEach(name -> {
            if (!body.isNull(name)) {
                body.text(name, MAX_LENGTH, text -> texts.put(name, text));
            }
        });
        body.flag("dry_run", wanted -> dryRun = wanted);
        if (!body.isNull("rate")) {
            body.decimal("rate", MAX_RATE, perSecond -> rate = perSecond);
        }
    }

    /** The texts as a list's query has them. */
    QueryFields query() {
        return new QueryFields(new Query(texts));
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    boolean dryRun() {
        return dryRun;
    }

    @Nullable Double perSecond() {
        return rate;
    }

    BodyFields body() {
        return body;
    }

    /** Nothing that comes after the call is meant. */
    static TimeRange until(TimeRange asked, long nowMs) {
        return new TimeRange(asked.fromMs(), Math.min(asked.toMs(), nowMs));
    }
}

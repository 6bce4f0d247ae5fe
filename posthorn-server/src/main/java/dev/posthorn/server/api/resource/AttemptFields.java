package dev.posthorn.server.api.resource;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;

/** The resource {@code attempt}: exactly what was sent and what came back, secrets masked. */
public final class AttemptFields implements Fields<AttemptEntry> {
    /** Bytes of a request's body in a list; the single view shows all of it. */
    private static final int LISTED_BODY_BYTES = 16 * 1024;

    private final SentRequests requests;
    private final int bodyLimit;

    private AttemptFields(SentRequests requests, int bodyLimit) {
        this.requests = requests;
        this.bodyLimit = bodyLimit;
    }

    public static AttemptFields single(SentRequests requests) {
        return new AttemptFields(requests, Integer.MAX_VALUE);
    }

    public static AttemptFields listed(SentRequests requests) {
        return new AttemptFields(requests, LISTED_BODY_BYTES);
    }

    @Override
    public void write(AttemptEntry entry, JsonWriter json) {
        AttemptRecord attempt = entry.attempt();
        Exchange exchange = attempt.exchange();
        json.id("id", entry.id().seq()).text("resource", "attempt");
        json.id("delivery", entry.delivery() == null ? null : entry.delivery().seq())
                .id("event", entry.eventId().seq())
                .id("webhook_config", entry.endpoint().seq())
                .text("type", entry.type())
                .number("number", attempt.number())
                .word("trigger", attempt.trigger())
                .time("date_started", attempt.startedMs());
        request(requests.of(entry), json);
        ExchangeJson.response(exchange.response(), json);
        error(attempt, json);
        ExchangeJson.timings(exchange.timings(), json);
        json.text("ip", exchange.ip());
    }

    private void request(SentRequest request, JsonWriter json) {
        switch (request) {
            case SentRequest.Known(var known) -> ExchangeJson.request(known, bodyLimit, json);
            case SentRequest.Lost lost -> ExchangeJson.lost(lost, json);
        }
    }

    /** Null when an answer came, whatever its status. */
    private static void error(AttemptRecord attempt, JsonWriter json) {
        String code = attempt.errorCode();
        if (code == null) {
            json.nothing("error");
            return;
        }
        json.name("error").beginObject();
        json.text("code", code).text("message", attempt.exchange().message()).endObject();
    }
}

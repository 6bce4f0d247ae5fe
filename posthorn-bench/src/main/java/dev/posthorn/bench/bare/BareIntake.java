package dev.posthorn.bench.bare;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Reads a request's body, hands it to the writer and answers when that has flushed it. */
final class BareIntake implements Handler<HttpServerRequest> {
    private static final int CREATED = 201;

    /** As long as Posthorn's answer to one event. */
    private static final String ANSWER =
            """
            {"id":"01980000-0000-7000-8000-000000000000","resource":"event",\
            "type":"bench","action":"g00000","entity_id":1048576,"state":"pending",\
            "organisation":"01980000-0000-7000-8000-000000000000",\
            "date_created":"2026-01-01T00:00:00.000Z","deliveries":\
            """;

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private final int batch;
    private final LongSupplier numbers;
    private final BareQueue queue;
    private final Buffer answer;

    /**
     * @param batch events in each request, all of one size
     * @param numbers draws an event's number
     */
    BareIntake(int batch, int width, LongSupplier numbers, BareQueue queue) {
        this.batch = batch;
        this.numbers = numbers;
        this.queue = queue;
        this.answer = Buffer.buffer((ANSWER + width + "}").repeat(batch));
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.body()
                .onSuccess(body -> queue.accept(new BareCall(events(body), request.response())));
    }

    private List<BareEvent> events(Buffer body) {
        if (batch == 1) {
            return List.of(event(body));
        }
        int length = (body.length() - 1) / batch - 1;
        List<BareEvent> events = new ArrayList<>(batch);
        for (int at = 1; at < body.length() - 1; at += length + 1) {
            events.add(event(body.slice(at, at + length)));
        }
        return events;
    }

    private BareEvent event(Buffer body) {
        return new BareEvent(body, BareEvent.groupIn(body), numbers.getAsLong());
    }

    void answer(BareCall call) {
        call.answer()
                .setStatusCode(CREATED)
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .end(answer.copy());
    }
}

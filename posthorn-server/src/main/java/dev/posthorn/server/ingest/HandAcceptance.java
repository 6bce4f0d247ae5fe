package dev.posthorn.server.ingest;

import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One event somebody wrote by hand, while its commit is awaited. */
record HandAcceptance(AcceptedEvent event, CompletableFuture<AcceptOutcome> outcome)
        implements Acceptance {
    @Override
    public List<AcceptedEvent> events() {
        return List.of(event);
    }

    @Override
    public int bytes() {
        return PublishCall.bytesOf(events());
    }

    @Override
    public void completed(AcceptOutcome end) {
        outcome.complete(end);
    }
}

package dev.posthorn.server.ingest;

import dev.posthorn.core.ingest.Ingest;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.Journal;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.http.Answer;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.LoopHandler;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /events}: reads, plans and offers the events to the journal without leaving the loop,
 * and answers when they are durable. Large bodies are worked on elsewhere, so that they do not hold
 * up the small ones behind them.
 */
public final class PublishHandler implements LoopHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PublishHandler.class);

    /** Above it reading takes longer than a hop to another thread and back is worth. */
    private static final int LARGE_BODY_BYTES = 64 * 1024;

    /** A batch costs more a byte than one event: each of its own is planned and answered. */
    private static final int LARGE_BATCH_BYTES = 16 * 1024;

    private final EventParser parser;
    private final Planner planner;
    private final Journal journal;
    private final PublishAnswers answers;
    private final InstantSource clock;
    private final Executor large;
    private final Executor blocking;

    /**
     * {@code large} is a small pool of platform threads; {@code blocking} runs what waits for the
     * store.
     */
    public PublishHandler(
            IngestLimits limits,
            Publishers publishers,
            Ingest ingest,
            Journal journal,
            Documents documents,
            DeliveryLog log,
            InstantSource clock,
            Executor large,
            Executor blocking) {
        this.parser = new EventParser(limits);
        this.planner = new Planner(publishers, ingest);
        this.journal = journal;
        this.answers = new PublishAnswers(documents, log);
        this.clock = clock;
        this.large = large;
        this.blocking = blocking;
    }

    @Override
    public void handle(Request request, Answer answer) {
        boolean lines = isLines(request.header("Content-Type").orElse(""));
        if (!isLarge(request.body(), lines)) {
            publish(request, lines, answer, false);
            return;
        }
        large.execute(() -> {
            try {
                publish(request, lines, answer, true);
            } catch (RuntimeException e) {
                answer.loop().post(() -> answer.fail(e));
            }
        });
    }

    private static boolean isLines(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-ndjson") || type.startsWith("application/ndjson");
    }

    private static boolean isLarge(byte[] body, boolean lines) {
        boolean batch = lines || (body.length > 0 && body[0] == '[');
        return body.length > (batch ? LARGE_BATCH_BYTES : LARGE_BODY_BYTES);
    }

    private void publish(Request request, boolean lines, Answer answer, boolean isLarge) {
        refuseQuery(request);
        long nowMs = clock.millis();
        Submission read = parser.parse(request.body(), lines, nowMs);
        Submission submission =
                IdempotencyHeader.apply(request.header(IdempotencyHeader.NAME).orElse(null), read);
        List<AcceptedEvent> events = planner.plan(submission, request.signedIn(), nowMs);
        PublishCall call =
                new PublishCall(
                        events,
                        (done, outcome) ->
                                complete(done, outcome, submission.batch(), answer, isLarge));
        if (!journal.accept(call)) {
            throw new RefusedException(
                    ApiError.unavailable("More is being published than can be stored; try again."));
        }
    }

    private static void refuseQuery(Request request) {
        request.query().values().keySet().stream()
                .findFirst()
                .ifPresent(name -> {
                    throw new RefusedException(ApiError.invalid(name, "unknown parameter"));
                });
    }

    /** On the committing thread: hands the rest to whoever has time for it. */
    private void complete(
            PublishCall call,
            AcceptOutcome outcome,
            boolean batch,
            Answer answer,
            boolean isLarge) {
        if (PublishAnswers.readsStore(outcome)) {
            run(blocking, () -> answerFromElsewhere(call, outcome, batch, answer));
        } else if (isLarge) {
            run(large, () -> answerFromElsewhere(call, outcome, batch, answer));
        } else {
            answer.loop().post(() -> answerOnLoop(call, outcome, batch, answer));
        }
    }

    /** While the server stops a commit may outlive those who would answer: nobody waits then. */
    private static void run(Executor where, Runnable work) {
        try {
            where.execute(work);
        } catch (RejectedExecutionException _) {
            LOG.debug("an answer was ready after the server had stopped");
        }
    }

    private void answerOnLoop(
            PublishCall call, AcceptOutcome outcome, boolean batch, Answer answer) {
        try {
            answer.send(answers.answer(outcome, call.events(), batch));
        } catch (RuntimeException e) {
            answer.fail(e);
        }
    }

    private void answerFromElsewhere(
            PublishCall call, AcceptOutcome outcome, boolean batch, Answer answer) {
        try {
            Response response = answers.answer(outcome, call.events(), batch);
            answer.loop().post(() -> answer.send(response));
        } catch (RuntimeException e) {
            answer.loop().post(() -> answer.fail(e));
        }
    }
}

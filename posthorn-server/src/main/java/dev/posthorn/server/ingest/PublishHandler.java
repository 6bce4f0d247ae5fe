package dev.posthorn.server.ingest;

import dev.posthorn.core.event.EventId;
import dev.posthorn.core.ingest.Ingest;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.Journal;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.http.Answer;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.LoopHandler;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
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

    /** What a commit says when none of a call's events are taken. */
    private static final AcceptOutcome NOTHING_LEFT = new AcceptOutcome.Committed(null);

    /** A commit takes some milliseconds; a store that is away answers sooner than this. */
    private static final Duration HAND_PATIENCE = Duration.ofSeconds(10);

    private final BiConsumer<PublishCall, AcceptOutcome> completion = this::complete;
    private final EventParser parser;
    private final Planner planner;
    private final Journal journal;
    private final PublishAnswers answers;
    private final InstantSource clock;
    private final Executor large;
    private final Executor blocking;
    private final CheckedData checked;

    /**
     * {@code large} is a small pool of platform threads; {@code blocking} runs what waits for the
     * store.
     */
    public PublishHandler(
            IngestLimits limits,
            Publishers publishers,
            Ingest ingest,
            DataCheck check,
            Journal journal,
            Documents documents,
            DeliveryLog log,
            InstantSource clock,
            Executor large,
            Executor blocking) {
        this.checked = new CheckedData(check);
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
        boolean partial = PublishQuery.partial(request.query());
        boolean lines = isLines(request.header("Content-Type").orElse(""));
        if (isLarge(request.body(), lines)) {
            elsewhere(answer, () -> offer(request, check(parse(request, lines, partial)), answer));
            return;
        }
        Submission submission = parse(request, lines, partial);
        if (checked.concerns(submission)) {
            elsewhere(answer, () -> offer(request, check(submission), answer));
        } else {
            offer(request, submission, answer, false);
        }
    }

    /**
     * Publishes one event that somebody wrote by hand, and blocks until it is durable. Whom the
     * body names as publisher is not looked at.
     */
    public EventId byHand(Organisation organisation, byte[] body) {
        Submission one = check(parser.parse(body, false, clock.millis()));
        if (one.batch()) {
            throw new RefusedException(ApiError.of(ErrorCode.INVALID_BODY, "Give one event."));
        }
        AcceptedEvent event = planner.plan(organisation, one, clock.millis());
        CompletableFuture<AcceptOutcome> outcome = new CompletableFuture<>();
        if (journal.accept(new HandAcceptance(event, outcome))
                && Await.result(outcome, HAND_PATIENCE).orElse(null)
                        instanceof AcceptOutcome.Committed) {
            return event.event().id();
        }
        throw new RefusedException(ApiError.unavailable("Not stored; try again."));
    }

    private void elsewhere(Answer answer, Runnable work) {
        large.execute(() -> {
            try {
                work.run();
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

    private Submission parse(Request request, boolean lines, boolean partial) {
        Submission read = parser.parse(request.body(), lines, partial, clock.millis());
        return IdempotencyHeader.apply(request.header(IdempotencyHeader.NAME).orElse(null), read);
    }

    private Submission check(Submission submission) {
        return checked.concerns(submission) ? checked.apply(submission) : submission;
    }

    private void offer(Request request, Submission submission, Answer answer) {
        offer(request, submission, answer, true);
    }

    private void offer(Request request, Submission submission, Answer answer, boolean large) {
        Planned planned = planner.plan(submission, request.signedIn(), clock.millis());
        PublishCall call =
                new PublishCall(planned.submission(), planned.events(), answer, large, completion);
        if (planned.events().isEmpty()) {
            complete(call, NOTHING_LEFT);
        } else if (!journal.accept(call)) {
            throw new RefusedException(
                    ApiError.unavailable("More is being published than can be stored; try again."));
        }
    }

    /** On the committing thread: hands the rest to whoever has time for it. */
    private void complete(PublishCall call, AcceptOutcome outcome) {
        if (PublishAnswers.readsStore(outcome)) {
            run(blocking, () -> answerFromElsewhere(call, outcome));
        } else if (call.large()) {
            run(large, () -> answerFromElsewhere(call, outcome));
        } else {
            call.answer().loop().post(() -> answerOnLoop(call, outcome));
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

    private void answerOnLoop(PublishCall call, AcceptOutcome outcome) {
        try {
            call.answer().send(answers.answer(outcome, call));
        } catch (RuntimeException e) {
            call.answer().fail(e);
        }
    }

    private void answerFromElsewhere(PublishCall call, AcceptOutcome outcome) {
        Answer answer = call.answer();
        try {
            Response response = answers.answer(outcome, call);
            answer.loop().post(() -> answer.send(response));
        } catch (RuntimeException e) {
            answer.loop().post(() -> answer.fail(e));
        }
    }
}

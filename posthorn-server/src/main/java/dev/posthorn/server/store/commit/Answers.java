package dev.posthorn.server.store.commit;

import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers acceptances; one that cannot take its answer does not keep others from theirs. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    public static void give(Acceptance acceptance, AcceptOutcome outcome) {
        try {
            acceptance.completed(outcome);
        } catch (RuntimeException e) {
            LOG.error("an acceptance could not be answered", e);
        }
    }

    public static AcceptOutcome notStored(Exception cause) {
        return new AcceptOutcome.Failed("not stored: " + cause.getMessage());
    }
}

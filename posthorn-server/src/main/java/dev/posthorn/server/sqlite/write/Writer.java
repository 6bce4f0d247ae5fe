package dev.posthorn.server.sqlite.write;

import dev.posthorn.server.store.commit.Next;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loop around {@link Committer#step}. Ends when its inbox is closed and empty. */
public final class Writer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** After a bug: long enough not to fill the log, short enough to go unnoticed once. */
    private static final long AFTER_BUG_MS = 200;

    private final Committer committer;
    private final Inbox inbox;

    public Writer(Committer committer, Inbox inbox) {
        this.committer = committer;
        this.inbox = inbox;
    }

    @Override
    public void run() {
        try {
            while (goesOn(step())) {}
        } finally {
            inbox.finish();
        }
    }

    private Next step() {
        try {
            return committer.step();
        } catch (RuntimeException e) {
            LOG.error("the writer stumbled", e);
            return new Next.After(AFTER_BUG_MS);
        }
    }

    private boolean goesOn(Next next) {
        switch (next) {
            case Next.AtOnce _ -> {
                return true;
            }
            case Next.WhenWoken(long withinMs) -> inbox.await(withinMs);
            case Next.After(long ms) -> inbox.pause(ms);
        }
        return !inbox.isClosing() || (next instanceof Next.WhenWoken && !inbox.isEmpty());
    }
}

package dev.posthorn.server.postgres.write;

import dev.posthorn.server.store.commit.Next;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that write, each a loop around its {@link Committer}. */
public final class Writers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writers.class);

    /** After a bug: long enough not to fill the log, short enough to go unnoticed once. */
    private static final long AFTER_BUG_MS = 200;

    private final Intake intake;
    private final List<Committer> committers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    public Writers(Intake intake, WriterParts parts) {
        this.intake = intake;
        for (Tray tray : intake.trays()) {
            Committer committer = new Committer(intake, tray, parts);
            committers.add(committer);
            threads.add(
                    Thread.ofPlatform()
                            .name("posthorn-writer-" + threads.size())
                            .start(() -> run(committer, tray)));
        }
    }

    /** Whether commits are made at present. */
    public boolean areWriting() {
        return committers.stream().allMatch(Committer::isWriting)
                && threads.stream().allMatch(Thread::isAlive);
    }

    private void run(Committer committer, Tray tray) {
        while (goesOn(step(committer), tray)) {}
    }

    private static Next step(Committer committer) {
        try {
            return committer.step();
        } catch (RuntimeException e) {
            LOG.error("a writer stumbled", e);
            return new Next.After(AFTER_BUG_MS);
        }
    }

    private boolean goesOn(Next next, Tray tray) {
        switch (next) {
            case Next.AtOnce _ -> {
                return true;
            }
            case Next.WhenWoken(long withinMs) -> tray.await(withinMs);
            case Next.After(long ms) -> tray.pause(ms);
        }
        return !intake.isClosing() || (next instanceof Next.WhenWoken && !tray.isEmpty());
    }

    /** Writes what waits, answers who waits, ends the threads. */
    @Override
    public void close() {
        intake.close();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            intake.refuseAcceptances();
        }
    }
}

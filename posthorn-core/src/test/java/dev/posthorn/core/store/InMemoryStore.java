package dev.posthorn.core.store;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.Sequence;
import java.util.Map;

/** All ports over the same rows in memory. */
public final class InMemoryStore implements StoreUnderTest {
    private final InMemoryRows rows = new InMemoryRows();
    private final Sequence sequence = new Sequence(0);
    private final HeardCommits heard = new HeardCommits();
    private final InMemoryJournal journal =
            new InMemoryJournal(rows, heard, () -> StoreSamples.NOW);
    private final InMemoryCommands commands = new InMemoryCommands(rows, heard, sequence);
    private final InMemoryBacklog backlog = new InMemoryBacklog(rows);
    private final InMemoryConfigStore configuration = new InMemoryConfigStore(rows);

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public ConfigStore configuration() {
        return configuration;
    }

    @Override
    public DeliveryCommands commands() {
        return commands;
    }

    @Override
    public Backlog backlog() {
        return backlog;
    }

    @Override
    public Map<EndpointId, Long> pendingCounts() {
        return backlog.pendingCounts();
    }

    @Override
    public Sequence sequence() {
        return sequence;
    }

    @Override
    public HeardCommits heard() {
        return heard;
    }
}

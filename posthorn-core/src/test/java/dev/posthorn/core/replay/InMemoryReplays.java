package dev.posthorn.core.replay;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.InMemoryDeliveryLog;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.HeardCommits;
import dev.posthorn.core.store.StoreSamples;
import java.util.List;

/** Memory outlives a restart here: what is reopened is the same. */
final class InMemoryReplays implements ReplaysUnderTest {
    private final InMemoryDeliveryLog log = new InMemoryDeliveryLog();
    private final HeardCommits heard = new HeardCommits();
    private final InMemoryReplayStore replays = new InMemoryReplayStore(log, heard);
    private final StoreSamples samples = new StoreSamples(new Sequence(0));

    @Override
    public InMemoryReplayStore replays() {
        return replays;
    }

    @Override
    public InMemoryDeliveryLog log() {
        return log;
    }

    @Override
    public StoreSamples samples() {
        return samples;
    }

    @Override
    public HeardCommits heard() {
        return heard;
    }

    @Override
    public void save(Change change) {
        log.save(change);
    }

    @Override
    public void accept(List<AcceptedEvent> events) {
        events.forEach(log::accept);
    }

    @Override
    public void settle(List<Settlement> settlements) {
        settlements.forEach(log::settle);
    }

    @Override
    public ReplaysUnderTest reopened() {
        return this;
    }

    @Override
    public void close() {}
}

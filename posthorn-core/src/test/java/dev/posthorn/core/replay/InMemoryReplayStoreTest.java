package dev.posthorn.core.replay;

/** Holds the fake to what the real stores promise. */
class InMemoryReplayStoreTest implements ReplayStoreContract {
    @Override
    public ReplaysUnderTest open() {
        return new InMemoryReplays();
    }
}

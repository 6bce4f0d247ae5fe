package dev.posthorn.core.directory;

import dev.posthorn.core.store.ConfigStore;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was saved, or fails when a test says so. */
final class ScriptedConfigStore implements ConfigStore {
    final List<List<Change>> saved = new ArrayList<>();
    boolean fails;
    Runnable whileSaving = () -> {};

    @Override
    public void save(List<Change> changes) {
        whileSaving.run();
        if (fails) {
            throw new IllegalStateException("disk full");
        }
        saved.add(changes);
    }

    @Override
    public Snapshot load() {
        throw new AssertionError("loaded once, before there is a directory");
    }
}

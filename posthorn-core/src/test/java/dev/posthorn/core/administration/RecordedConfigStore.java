package dev.posthorn.core.administration;

import dev.posthorn.core.store.ConfigStore;
import java.util.ArrayList;
import java.util.List;

/** Keeps the changes it was given, in order. */
final class RecordedConfigStore implements ConfigStore {
    private final List<List<Change>> saved = new ArrayList<>();

    @Override
    public void save(List<Change> changes) {
        saved.add(changes);
    }

    @Override
    public Snapshot load() {
        return new Snapshot(List.of(), List.of(), List.of());
    }

    List<Change> last() {
        return saved.getLast();
    }

    int size() {
        return saved.size();
    }
}

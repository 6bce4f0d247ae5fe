package dev.posthorn.server.sqlite;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.store.Backlog;
import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.DeliveryCommands;
import dev.posthorn.core.store.HeardCommits;
import dev.posthorn.core.store.Journal;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.core.store.StoreUnderTest;
import dev.posthorn.server.secretbox.MasterKey;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A SQLite store in a folder of a test. */
public final class OpenStore implements StoreUnderTest {
    public static final SecretBox BOX =
            new SecretBox(new MasterKey(new byte[MasterKey.BYTES]), new SecureRandom());

    private final DataFolder folder;
    private final SqliteStore store;
    private final HeardCommits heard = new HeardCommits();

    private OpenStore(DataFolder folder, InstantSource clock) {
        this.folder = folder;
        this.store = SqliteStore.open(folder, BOX, clock);
        store.listen(heard);
    }

    public static OpenStore in(Path folder) {
        return new OpenStore(
                DataFolder.claim(folder),
                InstantSource.fixed(Instant.ofEpochMilli(StoreSamples.NOW)));
    }

    public SqliteStore store() {
        return store;
    }

    @Override
    public Journal journal() {
        return store.journal();
    }

    @Override
    public ConfigStore configuration() {
        return store.configuration();
    }

    @Override
    public DeliveryCommands commands() {
        return store.commands();
    }

    @Override
    public Backlog backlog() {
        return store.backlog();
    }

    @Override
    public Map<EndpointId, Long> pendingCounts() {
        return store.backlog().pendingCounts();
    }

    @Override
    public Sequence sequence() {
        return store.sequence();
    }

    @Override
    public HeardCommits heard() {
        return heard;
    }

    @Override
    public void close() {
        store.close();
        folder.close();
    }
}

package dev.posthorn.bench.seed;

import dev.posthorn.core.statistics.StatisticsStore;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.settings.Settings;
import dev.posthorn.server.sqlite.SqliteStore;
import dev.posthorn.server.sqlite.file.DataFolder;
import dev.posthorn.server.sqlite.log.SqliteReaders;
import dev.posthorn.server.start.Secrets;
import dev.posthorn.server.store.commit.WriterLimits;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The server's own store over a folder of its own, at a time of the caller's choosing. */
record SeedStore(DataFolder folder, SqliteStore store, SqliteReaders readers)
        implements AutoCloseable {
    /**
     * Nothing is refused for its age, the clock being ours, and a commit takes a lot: nobody waits.
     */
    private static final WriterLimits LIMITS =
            new WriterLimits(20_000, 64 << 20, Long.MAX_VALUE / 2, 1L << 30, Long.MAX_VALUE / 2);

    static SeedStore open(Path data, SeedClock clock) {
        SecureRandom random = new SecureRandom();
        DataFolder folder = DataFolder.claim(data);
        Secrets secrets = new Secrets(data, random);
        SecretBox box = new SecretBox(secrets.masterKeys(Settings.standard()), random);
        SqliteStore store = SqliteStore.open(folder, box, clock, LIMITS);
        return new SeedStore(
                folder, store, new SqliteReaders(store.database()::openReader, System::nanoTime));
    }

    StatisticsStore statistics() {
        return store.statistics(readers);
    }

    @Override
    public void close() {
        readers.close();
        store.close();
        folder.close();
    }
}

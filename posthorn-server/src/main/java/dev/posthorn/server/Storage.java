package dev.posthorn.server;

import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.statistics.StatisticsStore;
import dev.posthorn.server.secretbox.MasterKey;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.settings.Settings;
import dev.posthorn.server.sqlite.KeptKeys;
import dev.posthorn.server.sqlite.SqliteStore;
import dev.posthorn.server.sqlite.file.DataFolder;
import dev.posthorn.server.sqlite.log.SqliteDeliveryLog;
import dev.posthorn.server.sqlite.log.SqliteReaders;
import dev.posthorn.server.start.Secrets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/**
 * The embedded store with its keys: one folder, claimed by this process.
 *
 * @param adminToken of the operator
 * @param ids made with a key of this installation
 */
record Storage(
        DataFolder folder,
        SqliteStore store,
        SqliteReaders readers,
        DeliveryLog log,
        String adminToken,
        PublicIds ids)
        implements AutoCloseable {
    /** What the key of public ids is called. */
    static final String IDS = "public-ids";

    static final int IDS_KEY_BYTES = 16;

    static Storage open(Settings settings, SecureRandom random, InstantSource clock) {
        DataFolder folder = DataFolder.claim(settings.dataFolder());
        try {
            Secrets secrets = new Secrets(settings.dataFolder(), random);
            List<MasterKey> masters = secrets.masterKeys(settings);
            SecretBox box = new SecretBox(masters, random);
            SqliteStore store = SqliteStore.open(folder, box, clock, settings.kept());
            SqliteReaders readers =
                    new SqliteReaders(store.database()::openReader, System::nanoTime);
            return new Storage(
                    folder,
                    store,
                    readers,
                    new SqliteDeliveryLog(readers, box),
                    secrets.adminToken(settings),
                    new PublicIds(idsKey(store, box, masters)));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Ids stay when the master key changes: their key is kept from then on. */
    private static byte[] idsKey(SqliteStore store, SecretBox box, List<MasterKey> masters) {
        try (KeptKeys kept = KeptKeys.reading(store.database(), box)) {
            return kept.find(IDS).orElseGet(() -> masters.getLast().derive(IDS, IDS_KEY_BYTES));
        }
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

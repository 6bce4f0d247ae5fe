package dev.posthorn.server.sqlite;

import dev.posthorn.core.store.BacklogContract;
import dev.posthorn.core.store.ConfigStoreContract;
import dev.posthorn.core.store.DeliveryCommandsContract;
import dev.posthorn.core.store.IdempotencyContract;
import dev.posthorn.core.store.JournalContract;
import dev.posthorn.core.store.StoreUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreContractTest
        implements JournalContract,
                IdempotencyContract,
                BacklogContract,
                ConfigStoreContract,
                DeliveryCommandsContract {
    @TempDir private Path folder;
    private int opened;

    @Override
    public StoreUnderTest open() {
        return OpenStore.in(folder.resolve("store-" + opened++));
    }
}

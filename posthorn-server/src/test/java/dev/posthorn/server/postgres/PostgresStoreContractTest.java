package dev.posthorn.server.postgres;

import dev.posthorn.core.store.BacklogContract;
import dev.posthorn.core.store.ConfigStoreContract;
import dev.posthorn.core.store.DeliveryCommandsContract;
import dev.posthorn.core.store.IdempotencyContract;
import dev.posthorn.core.store.JournalContract;
import dev.posthorn.core.store.StoreUnderTest;

class PostgresStoreContractTest
        implements JournalContract,
                IdempotencyContract,
                BacklogContract,
                ConfigStoreContract,
                DeliveryCommandsContract {
    @Override
    public StoreUnderTest open() {
        return OpenPostgres.fresh();
    }
}

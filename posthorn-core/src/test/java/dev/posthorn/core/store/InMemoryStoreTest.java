package dev.posthorn.core.store;

/** Holds the fake to what the real stores promise. */
class InMemoryStoreTest
        implements JournalContract,
                IdempotencyContract,
                BacklogContract,
                ConfigStoreContract,
                DeliveryCommandsContract {
    @Override
    public StoreUnderTest open() {
        return new InMemoryStore();
    }
}

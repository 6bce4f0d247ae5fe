package dev.posthorn.core.health;

class InMemoryHealthStoreTest implements HealthStoreContract {
    @Override
    public HealthStore store() {
        return new InMemoryHealthStore();
    }
}

package dev.posthorn.core.statistics;

class InMemoryStatisticsStoreTest implements StatisticsStoreContract {
    @Override
    public StatisticsStore store() {
        return new InMemoryStatisticsStore();
    }
}

package dev.posthorn.server.postgres;

import dev.posthorn.core.health.HealthStore;
import dev.posthorn.core.health.HealthStoreContract;
import dev.posthorn.core.statistics.StatisticsStore;
import dev.posthorn.core.statistics.StatisticsStoreContract;
import dev.posthorn.core.user.AccountStore;
import dev.posthorn.core.user.AccountStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What is kept beside events and deliveries. */
class PostgresSideStoresTest {
    private OpenPostgres open;

    @BeforeEach
    void open() {
        open = OpenPostgres.fresh();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Nested
    class Counts implements StatisticsStoreContract {
        @Override
        public StatisticsStore store() {
            return open.store().statistics();
        }
    }

    @Nested
    class Troubles implements HealthStoreContract {
        @Override
        public HealthStore store() {
            return open.store().healths();
        }
    }

    @Nested
    class People implements AccountStoreContract {
        @Override
        public AccountStore accounts() {
            return open.store().accounts();
        }
    }
}

package dev.posthorn.server.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.posthorn.core.store.StoreUnavailableException;
import dev.posthorn.server.store.StoreException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class ConfigWorkTest {
    private static Throwable after(Exception cause) {
        ConfigWork work = new ConfigWork(List.of());
        work.failed(cause);
        return catchThrowable(work::await);
    }

    @Test
    void tells_a_database_that_may_come_back_from_a_change_that_never_fits() {
        assertThat(after(new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(after(new SQLiteException("twice", SQLiteErrorCode.SQLITE_CONSTRAINT)))
                .isInstanceOf(StoreException.class);
        assertThat(after(new IllegalStateException("a bug"))).isInstanceOf(StoreException.class);
    }

    @Test
    void is_refused_by_a_writer_that_has_ended() {
        assertThat(after(new StoreUnavailableException("the store is closed", null)))
                .hasMessage("the store is closed");
    }
}

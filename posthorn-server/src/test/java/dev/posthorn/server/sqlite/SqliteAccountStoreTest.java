package dev.posthorn.server.sqlite;

import dev.posthorn.core.user.AccountStore;
import dev.posthorn.core.user.AccountStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAccountStoreTest implements AccountStoreContract {
    @TempDir private Path folder;
    private OpenStore open;

    @BeforeEach
    void open() {
        open = OpenStore.in(folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Override
    public AccountStore accounts() {
        return open.store().accounts();
    }
}

package dev.posthorn.server.sqlite.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.server.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir private Path folder;
    private Database database;

    @BeforeEach
    void nameAFile() {
        database = new Database(folder.resolve("posthorn.db"));
    }

    @Test
    void makes_the_schema_once_and_finds_it_there() throws SQLException {
        Migrations.run(database);
        execute("INSERT INTO organisation (seq, body) VALUES (1, '{}')");
        Migrations.run(database);

        try (Connection connection = database.openReader();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT count(*) FROM organisation").getInt(1))
                    .isEqualTo(1);
            assertThat(statement.executeQuery("PRAGMA page_size").getInt(1))
                    .isEqualTo(Database.PAGE_BYTES);
            assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1)).isEqualTo("wal");
        }
    }

    @Test
    void knows_the_newest_script() {
        ClassLoader classes = Migrations.class.getClassLoader();

        assertThat(classes.getResource("db/sqlite/V1__first_schema.sql")).isNotNull();
        assertThat(Collections.max(scripts())).isEqualTo(Migrations.VERSION);
    }

    /** Their numbers. */
    private static List<Integer> scripts() {
        try {
            var url = Migrations.class.getClassLoader().getResource("db/sqlite");
            return Stream.of(Path.of(url.toURI()).toFile().list())
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .toList();
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void leaves_a_newer_schema_alone() throws SQLException {
        Migrations.run(database);
        execute("PRAGMA user_version = " + (Migrations.VERSION + 1));

        assertThatThrownBy(() -> Migrations.run(database))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer Posthorn");
    }

    @Test
    void refuses_a_file_that_is_no_database() throws Exception {
        Files.write(folder.resolve("posthorn.db"), "no database ".repeat(1_000).getBytes(UTF_8));

        assertThatThrownBy(() -> Migrations.run(database)).isInstanceOf(StoreException.class);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.openWriter();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

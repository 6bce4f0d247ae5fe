package dev.posthorn.server.sqlite.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir private Path parent;

    @Test
    void is_for_its_owner_alone() throws IOException {
        Path path = parent.resolve("a/data");
        try (DataFolder folder = DataFolder.claim(path)) {
            folder.keep("master-key", () -> new byte[] {1});

            assertThat(permissions(path)).isEqualTo("rwx------");
            assertThat(permissions(folder.database())).isEqualTo("rw-------");
            assertThat(permissions(path.resolve("master-key"))).isEqualTo("rw-------");
            assertThat(permissions(path.resolve("posthorn.lock"))).isEqualTo("rw-------");
        }
    }

    @Test
    void serves_one_process_at_a_time() {
        Path path = parent.resolve("data");
        try (DataFolder _ = DataFolder.claim(path)) {
            assertThatThrownBy(() -> DataFolder.claim(path))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("in use by another process");
        }
        DataFolder.claim(path).close();
    }

    @Test
    void takes_a_folder_with_other_files_as_it_is() throws IOException {
        Files.writeString(parent.resolve("notes.txt"), "mine");
        String before = permissions(parent);

        DataFolder.claim(parent).close();

        assertThat(permissions(parent)).isEqualTo(before);
        assertThat(parent.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void keeps_what_was_made_first() {
        try (DataFolder folder = DataFolder.claim(parent.resolve("data"))) {
            assertThat(folder.keep("key", () -> "first".getBytes(UTF_8)))
                    .asString()
                    .isEqualTo("first");
            assertThat(folder.keep("key", () -> "other".getBytes(UTF_8)))
                    .asString()
                    .isEqualTo("first");
        }
    }

    @Test
    void says_what_is_wrong_with_a_path_it_cannot_use() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "x");

        assertThatThrownBy(() -> DataFolder.claim(file.resolve("data")))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining(file.toString());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

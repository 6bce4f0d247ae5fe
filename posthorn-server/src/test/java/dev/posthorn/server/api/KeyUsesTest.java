package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a key was last used outlives the node, and leaves no trace of its own. */
class KeyUsesTest {
    @TempDir private Path folder;

    @Test
    void a_restart_does_not_forget_when_a_key_was_used() {
        String used;
        String key;
        try (WholeServer server = WholeServer.start(folder)) {
            ApiCall.Answer own = server.call().get("/key");
            key = own.at("id");
            used = own.at("date_last_used");
            assertThat(used).isNotEmpty();
        }
        try (WholeServer server = WholeServer.start(folder)) {
            assertThat(server.call().get("/keys/" + key).at("date_last_used")).isEqualTo(used);
            assertThat(server.call().get("/audit?target=" + key).each("action"))
                    .containsExactly("key.create");
        }
    }
}

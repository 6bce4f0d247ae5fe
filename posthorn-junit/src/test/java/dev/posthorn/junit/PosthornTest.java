package dev.posthorn.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PosthornTest {
    @Test
    void leaves_nothing_behind() {
        Path folder;
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            folder = temporary.path();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void two_run_beside_each_other() {
        try (Posthorn one = Posthorn.start();
                Posthorn other = Posthorn.start()) {
            assertThat(one.url()).isNotEqualTo(other.url());
            assertThat(other.client().organisations().current().name()).isNotNull();
        }
    }
}

package dev.posthorn.server.dashboard.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void shows_the_code_of_the_receivers_pages() throws IOException {
        Path docs = Files.exists(Path.of("docs")) ? Path.of("docs") : Path.of("..", "docs");
        for (Snippet snippet : Snippet.all()) {
            String page = Files.readString(docs.resolve("receivers").resolve(snippet.id() + ".md"));
            assertThat(page).as(snippet.language()).contains("\n" + snippet.code() + "\n```");
        }
    }
}

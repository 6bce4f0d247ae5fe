package dev.posthorn.cli.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskCommandsTest {
    @TempDir Path folder;

    @Test
    void lists_and_follows_tasks() throws IOException {
        var states =
                new ArrayDeque<>(
                        List.of(
                                "{\"id\":\"t1\",\"state\":\"processing\"}",
                                "{\"id\":\"t1\",\"state\":\"failed\"}"));
        try (var api =
                new FakeApi()
                        .on("GET /tasks", 200, "{\"resource\":\"list\",\"data\":[]}")
                        .on("GET /tasks/t1", _ -> new FakeApi.Answer(200, states.remove()))) {
            Cli cli = new Cli(folder).onTerminal().environment("POSTHORN_URL", api.url());
            assertThat(cli.run("task", "list", "--state", "failed").out()).isEqualTo("none\n");
            assertThat(cli.run("task", "get", "t1", "--follow"))
                    .isEqualTo(new Cli.Result(1, "id     t1\nstate  failed\n", ""));
            assertThat(api.asked().get(0)).isEqualTo("GET /tasks?limit=20&state=failed");
        }
    }
}

package dev.posthorn.cli.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenCommandTest {
    @TempDir Path folder;

    /** Runs {@code posthorn listen}, posts to it, and ends it. */
    private Cli.Result listen(String body, String... options) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String[] args = new String[options.length + 3];
        args[0] = "listen";
        args[1] = "127.0.0.1";
        args[2] = Integer.toString(port);
        System.arraycopy(options, 0, args, 3, options.length);
        return new Cli(folder)
                .onTerminal()
                .stop(finish -> {
                    post(port, body);
                    finish.run();
                })
                .run(args);
    }

    private static void post(int port, String body) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/in"))
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void prints_what_arrives() throws IOException {
        Cli.Result result = listen("{\"type\":\"user.updated\",\"id\":\"e1\"}");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).matches("Listening on http://127.0.0.1:\\d+ .*"),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "Signatures are not checked: there is no"
                                                        + " --secret."),
                        line ->
                                assertThat(line)
                                        .matches(
                                                "\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  user.updated +e1 "
                                                        + " \\? not checked  POST /in  → 200"));
    }

    @Test
    void prints_why_a_request_is_refused() throws IOException {
        Cli.Result result = listen("{}", "--secret", "a-secret-of-my-own");
        assertThat(result.out()).contains("no type", "✗ refused: ", "→ 400");
    }

    @Test
    void prints_bodies_and_leaves_out_what_is_not_wanted() throws IOException {
        String event = "{\"type\":\"user.updated\",\"data\":{\"a\":1}}";
        assertThat(listen(event, "--bodies", "--status", "503").out())
                .contains("\n      \"a\" : 1\n", "→ 503");
        assertThat(listen(event, "--only", "comment.*").out()).doesNotContain("user.updated");
        assertThat(listen(event, "--exclude", "user.*").out()).doesNotContain("user.updated");
        assertThat(listen(event, "--only", "user.*").out()).contains("user.updated");
    }
}

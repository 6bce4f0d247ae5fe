package dev.posthorn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Publishers that try again, over HTTP, against a real store. */
class RepeatedPublishingTest {
    private static final int AT_ONCE = 50;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path folder;

    @Test
    void fifty_at_once_make_one_event() throws Exception {
        try (Node node = Node.start(folder);
                HttpClient client = HttpClient.newHttpClient()) {
            List<HttpResponse<String>> answers =
                    atOnce(() -> publish(client, node, "once", "{\"n\":1}"));

            assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                    .hasSize(AT_ONCE - 1);
            assertThat(answers.stream().map(RepeatedPublishingTest::id).distinct()).hasSize(1);
            assertThat(publish(client, node, "once", "{\"n\":2}").statusCode()).isEqualTo(422);
            assertThat(get(client, node, "/events?limit=1000").get("data")).hasSize(1);
        }
    }

    private static List<HttpResponse<String>> atOnce(Callable<HttpResponse<String>> call)
            throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(AT_ONCE);
        List<Future<HttpResponse<String>>> calls = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                calls.add(
                        threads.submit(() -> {
                            ready.countDown();
                            ready.await();
                            return call.call();
                        }));
            }
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> made : calls) {
            answers.add(made.get());
        }
        return answers;
    }

    private static HttpResponse<String> publish(
            HttpClient client, Node node, String key, String data)
            throws IOException, InterruptedException {
        return client.send(
                request(node, "/events")
                        .header("Idempotency-Key", key)
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"type\":\"user.updated\",\"data\":" + data + "}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static tools.jackson.databind.JsonNode get(HttpClient client, Node node, String path)
            throws IOException, InterruptedException {
        return JSON.readTree(
                client.send(request(node, path).build(), BodyHandlers.ofString()).body());
    }

    private static HttpRequest.Builder request(Node node, String path) {
        return HttpRequest.newBuilder(URI.create(node.url() + path))
                .header("Authorization", "Token " + node.token());
    }

    private static String id(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("id").stringValue();
    }
}

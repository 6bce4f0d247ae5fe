package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A client of ricloud's that knows nothing of us: no Content-Type, {@code Ricloud-Await: 0} on
 * every call, {@code null} for a body without arguments, every answer read as a JSON object.
 */
class RicloudClientTest {
    @TempDir private Path folder = Path.of("");

    private static ApiCall client(WholeServer server) {
        return server.call()
                .with("User-Agent", "ricloud-py/3.2.0")
                .with("Ricloud-Await", "0")
                .with("Accept", "*/*");
    }

    private static String afterTest(ApiCall client, String task) {
        ApiCall.Answer found = client.get("/tasks/" + task);
        for (int i = 0; i < 2000 && found.at("date_completed").equals("null"); i++) {
            Thread.onSpinWait();
            found = client.get("/tasks/" + task);
        }
        return found.at("state");
    }

    @Test
    void creates_tests_updates_lists_receives_and_deletes() {
        try (RicloudReceiver receiver = new RicloudReceiver();
                WholeServer server = WholeServer.start(folder)) {
            ApiCall client = client(server);
            ApiCall.Answer made =
                    client.post("/configs/webhook", "{'url': '" + receiver.url() + "'}");
            String path = "/configs/webhook/" + made.at("id");
            receiver.secret(made.at("secret"));
            receiver.next();

            ApiCall.Answer task = client.post(path + "/test", "null");
            assertThat(task.status()).isEqualTo(201);
            assertThat(afterTest(client, task.at("id"))).isEqualTo("succeeded");
            assertThat(receiver.next().get("action").stringValue()).isEqualTo("test");
            assertThat(client.get(path).at("state")).isEqualTo("valid");

            ApiCall.Answer moved = client.post(path, "{'url': '" + receiver.url() + "?moved=1'}");
            assertThat(moved.at("url")).endsWith("?moved=1");
            assertThat(receiver.next().get("type").stringValue()).isEqualTo("webhook_config");
            assertThat(client.get("/configs/webhook?limit=1").each("resource"))
                    .containsExactly("webhook_config");

            JsonNode published =
                    client.post("/events", "{'type':'session.expired','data':{'id':'s1'}}").json();
            JsonNode event = receiver.next();
            assertThat(event.get("id")).isEqualTo(published.get("id"));
            assertThat(event.get("type").stringValue()).isEqualTo("session");
            assertThat(event.get("action").stringValue()).isEqualTo("expired");

            assertThat(client.delete(path).at("state")).isEqualTo("deactivated");
            assertThat(client.get("/configs/webhook").each("id")).isEmpty();
            assertThat(client.get("/configs/webhook/unknown").json().propertyNames())
                    .containsExactlyInAnyOrder("error", "message");
        }
    }
}

package dev.posthorn.server.dashboard.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sets up by the API what a journey begins with. */
final class StageApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final String token;

    StageApi(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** The answer to a POST, which must be 2xx. */
    JsonNode post(String path, JsonNode body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Token " + token)
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(path + " " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static ObjectNode json() {
        return JSON.createObjectNode();
    }

    /** Id of a new organisation. */
    String organisation(String name) {
        return post("/organisations", json().put("name", name)).get("id").asString();
    }

    /** Id of a new endpoint of profile standard for all events, valid without a test. */
    String endpoint(String organisation, String name, String url) {
        ObjectNode wanted =
                json().put("organisation", organisation)
                        .put("name", name)
                        .put("url", url)
                        .put("profile", "standard")
                        .put("test", false);
        wanted.putArray("event_types").add("*");
        return post("/configs/webhook", wanted).get("id").asString();
    }

    /** Id of a new event. */
    String event(String organisation, String type, ObjectNode data) {
        ObjectNode event = json().put("organisation", organisation).put("type", type);
        event.set("data", data);
        return post("/events", event).get("id").asString();
    }
}

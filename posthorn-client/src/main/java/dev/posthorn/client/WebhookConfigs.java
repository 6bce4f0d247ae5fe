package dev.posthorn.client;

import dev.posthorn.client.resource.Stats;
import dev.posthorn.client.resource.Task;
import dev.posthorn.client.resource.WebhookConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Endpoints: URLs that receive. An id may also be the caller's own {@code uid}. */
public final class WebhookConfigs {
    private static final String PATH = "/configs/webhook";

    private final Transport transport;

    WebhookConfigs(Transport transport) {
        this.transport = transport;
    }

    /**
     * Creates an endpoint, which starts its test: its state is {@code new} until that ends.
     *
     * @param url such as {@code https://example.com/webhooks}
     * @return the endpoint
     */
    public WebhookConfig create(String url) {
        return create(WebhookConfigFields.url(url));
    }

    /**
     * Creates an endpoint, which starts its test. Not sent again when an answer is lost: see put.
     *
     * @param fields what to set
     * @return the endpoint
     */
    public WebhookConfig create(WebhookConfigFields fields) {
        return config(Call.post(PATH, fields.map()));
    }

    /**
     * Like {@link #create}, but answers when the test is over or {@code wait} is.
     *
     * @param fields what to set
     * @param wait whole seconds, at most 10
     * @return the endpoint
     */
    public WebhookConfig createAndAwait(WebhookConfigFields fields, Duration wait) {
        return config(awaiting(Call.post(PATH, fields.map()), wait));
    }

    /**
     * Creates the endpoint with this uid or updates it: the same whether sent once or twice.
     *
     * @param uid the caller's own id for it
     * @param fields what to set
     * @return the endpoint
     */
    public WebhookConfig put(String uid, WebhookConfigFields fields) {
        return config(Call.put(path(uid), fields.map()));
    }

    /**
     * One endpoint.
     *
     * @param id UUIDv7, or the caller's own uid
     * @return the endpoint
     */
    public WebhookConfig retrieve(String id) {
        return config(Call.get(path(id)));
    }

    /**
     * Newest first, without deactivated ones.
     *
     * @return read from the server page by page, as it is consumed
     */
    public Stream<WebhookConfig> list() {
        return list(Filter.ALL);
    }

    /**
     * Newest first; deactivated ones only when {@code state} asks for them.
     *
     * @param filter which of them, and from where
     * @return read from the server page by page, as it is consumed
     */
    public Stream<WebhookConfig> list(Filter filter) {
        return Pages.stream(transport, PATH, filter, WebhookConfig.class);
    }

    /**
     * Changing what a test depends on starts a test.
     *
     * @param config as it was retrieved
     * @param fields what to set
     * @return the endpoint
     */
    public WebhookConfig update(WebhookConfig config, WebhookConfigFields fields) {
        return updateById(config.id(), fields);
    }

    /**
     * Changing what a test depends on starts a test.
     *
     * @param id UUIDv7, or the caller's own uid
     * @param fields what to set
     * @return the endpoint
     */
    public WebhookConfig updateById(String id, WebhookConfigFields fields) {
        return config(Call.post(path(id), fields.map()));
    }

    /**
     * Starts a test.
     *
     * @param config as it was retrieved
     * @return its task
     */
    public Task test(WebhookConfig config) {
        return testById(config.id());
    }

    /**
     * Starts a test.
     *
     * @param id UUIDv7, or the caller's own uid
     * @return its task
     */
    public Task testById(String id) {
        return task(Call.post(path(id) + "/test", null));
    }

    /**
     * Starts a test and answers when it is over or {@code wait} is.
     *
     * @param id UUIDv7, or the caller's own uid
     * @param wait whole seconds, at most 10
     * @return its task
     */
    public Task testAndAwait(String id, Duration wait) {
        return task(awaiting(Call.post(path(id) + "/test", null), wait));
    }

    /**
     * Gives it a new secret; the old one signs beside it during {@code grace}.
     *
     * @param id UUIDv7, or the caller's own uid
     * @param grace whole seconds, at most 7 days; zero ends the old secret at once
     * @return the endpoint
     */
    public WebhookConfig rotate(String id, Duration grace) {
        return config(Call.post(path(id) + "/rotate", Map.of("grace_seconds", grace.toSeconds())));
    }

    /**
     * Sends again what was published since: a task, to be followed by its id.
     *
     * @param id UUIDv7, or the caller's own uid
     * @param since from when on
     * @param fields what to set
     * @return its task
     */
    public Task replay(String id, Instant since, Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        all.put("since", since.toString());
        return task(Call.post(path(id) + "/replay", all));
    }

    /**
     * How it has been doing.
     *
     * @param id UUIDv7, or the caller's own uid
     * @param range {@code 1h}, {@code 24h}, {@code 7d} or {@code 30d}
     * @return counts, rates and latencies
     */
    public Stats stats(String id, String range) {
        String path = Filter.where("range", range).on(path(id) + "/stats");
        return Json.read(transport.send(Call.get(path)), Stats.class);
    }

    /**
     * Deactivates: nothing is deleted that a log might show.
     *
     * @param id UUIDv7, or the caller's own uid
     * @return the endpoint
     */
    public WebhookConfig delete(String id) {
        return config(Call.delete(path(id)));
    }

    private WebhookConfig config(Call call) {
        return Json.read(transport.send(call), WebhookConfig.class);
    }

    private Task task(Call call) {
        return Json.read(transport.send(call), Task.class);
    }

    private static Call awaiting(Call call, Duration wait) {
        return call.with("Ricloud-Await", Long.toString(wait.toSeconds()));
    }

    private static String path(String id) {
        return PATH + "/" + Filter.encoded(id);
    }
}

package dev.posthorn.client;

import dev.posthorn.client.resource.Task;
import dev.posthorn.client.resource.WebhookConfig;
import java.time.Duration;
import java.util.stream.Stream;

/** Endpoints: URLs that receive. An id may also be the caller's own {@code uid}. */
public final class WebhookConfigs {
    private static final String PATH = "/configs/webhook";

    private final Transport transport;

    WebhookConfigs(Transport transport) {
        this.transport = transport;
    }

    /** Creates an endpoint, which starts its test: its state is {@code new} until that ends. */
    public WebhookConfig create(String url) {
        return create(WebhookConfigFields.url(url));
    }

    public WebhookConfig create(WebhookConfigFields fields) {
        return config(Call.post(PATH, fields.map()));
    }

    /** Like {@link #create}, but answers when the test is over or {@code wait} (to 10 s) is. */
    public WebhookConfig createAndAwait(WebhookConfigFields fields, Duration wait) {
        return config(awaiting(Call.post(PATH, fields.map()), wait));
    }

    public WebhookConfig retrieve(String id) {
        return config(Call.get(path(id)));
    }

    /** Newest first, without deactivated ones. */
    public Stream<WebhookConfig> list() {
        return list(Filter.ALL);
    }

    public Stream<WebhookConfig> list(Filter filter) {
        return Pages.stream(transport, PATH, filter, WebhookConfig.class);
    }

    /** Changing what a test depends on starts a test. */
    public WebhookConfig update(WebhookConfig config, WebhookConfigFields fields) {
        return updateById(config.id(), fields);
    }

    public WebhookConfig updateById(String id, WebhookConfigFields fields) {
        return config(Call.post(path(id), fields.map()));
    }

    /** Starts a test and answers its task. */
    public Task test(WebhookConfig config) {
        return testById(config.id());
    }

    public Task testById(String id) {
        return Json.read(transport.send(Call.post(path(id) + "/test", null)), Task.class);
    }

    /** Starts a test and answers when it is over or {@code wait} (to 10 s) is. */
    public Task testAndAwait(String id, Duration wait) {
        Call call = awaiting(Call.post(path(id) + "/test", null), wait);
        return Json.read(transport.send(call), Task.class);
    }

    /** Deactivates: nothing is deleted that a log might show. */
    public WebhookConfig delete(String id) {
        return config(Call.delete(path(id)));
    }

    private WebhookConfig config(Call call) {
        return Json.read(transport.send(call), WebhookConfig.class);
    }

    private static Call awaiting(Call call, Duration wait) {
        return call.with("Ricloud-Await", Long.toString(wait.toSeconds()));
    }

    private static String path(String id) {
        return PATH + "/" + Filter.encoded(id);
    }
}

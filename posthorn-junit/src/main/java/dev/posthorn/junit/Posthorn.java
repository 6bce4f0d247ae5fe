package dev.posthorn.junit;

import dev.posthorn.client.Filter;
import dev.posthorn.client.NewEvent;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.WebhookConfigFields;
import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.Event;
import dev.posthorn.client.resource.WebhookConfig;
import dev.posthorn.server.settings.DevMode;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.util.List;
import java.util.Map;

/**
 * A whole server inside a test: a free port of loopback, its data in a temporary folder that goes
 * with it.
 *
 * <pre>{@code
 * try (Posthorn posthorn = Posthorn.start()) {
 *     Receiver receiver = posthorn.receiver("invoice.*");
 *     new Invoices(posthorn.url(), posthorn.token()).pay(42); // what is being tested
 *     assertThat(receiver.received("invoice.paid").data().path("id").asInt()).isEqualTo(42);
 * }
 * }</pre>
 */
public final class Posthorn implements AutoCloseable {
    /** Soon enough for a test, and the least a schedule may say. */
    private static final Map<String, Object> SOON = Map.of("waits_s", List.of(1, 1, 1));

    private final dev.posthorn.server.Posthorn server;
    private final TemporaryFolder folder;
    private final PosthornClient client;

    private Posthorn(dev.posthorn.server.Posthorn server, TemporaryFolder folder) {
        this.server = server;
        this.folder = folder;
        this.client = new PosthornClient(url(), token());
    }

    /** One with the settings it comes with. */
    public static Posthorn start() {
        return start(Settings.standard());
    }

    /** Port and data folder are chosen here, whatever the settings say. */
    public static Posthorn start(Settings settings) {
        TemporaryFolder folder = TemporaryFolder.create();
        try {
            return new Posthorn(
                    dev.posthorn.server.Posthorn.start(inside(folder, settings)), folder);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Settings inside(TemporaryFolder folder, Settings settings) {
        return DevMode.of(
                settings.with(Known.LISTEN, "127.0.0.1:0")
                        .with(Known.DATA, folder.path().toString())
                        // A test writes little: a full disk is no reason to fail.
                        .with(Known.MIN_FREE_DISK, "1MiB"));
    }

    /** Where its API is, such as {@code http://127.0.0.1:40123}. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The operator's token: it may do everything. */
    public String token() {
        return server.adminToken();
    }

    /** A client with that token. */
    public PosthornClient client() {
        return client;
    }

    public Event publish(NewEvent event) {
        return client.events().publish(event);
    }

    /**
     * A receiver with an endpoint of profile {@code standard}; ends with {@link Receiver#close}.
     *
     * @param eventTypes slugs and patterns it subscribes to; {@code *} for all
     */
    public Receiver receiver(String... eventTypes) {
        return receiver(WebhookConfigFields.none().profile("standard").eventTypes(eventTypes));
    }

    /** A receiver with an endpoint set up as {@code fields} say; {@code url} and such are set. */
    public Receiver receiver(WebhookConfigFields fields) {
        return Receiver.start(this, fields);
    }

    /**
     * Sends to a URL, for tests of receiving code. The endpoint is valid without a test of its own
     * and tries again every second.
     */
    public WebhookConfig sendTo(String url, WebhookConfigFields fields) {
        return client.webhookConfigs()
                .create(
                        WebhookConfigFields.none()
                                .set("retry", SOON)
                                .and(fields)
                                .set("url", url)
                                .set("test", false));
    }

    /** The deliveries of an event, once all of them have ended. */
    public List<Delivery> settled(Event event) {
        return Patience.STANDARD.until(
                () -> client.deliveries().list(Filter.where("event", event.id())).toList(),
                deliveries -> deliveries.stream().noneMatch(Delivery::isPending));
    }

    /** Waits until nothing is on its way to an endpoint. */
    void idle(WebhookConfig endpoint) {
        Filter pending =
                Filter.where("webhook_config", endpoint.id()).and("state", "pending").pageSize(1);
        Patience.STANDARD.until(
                () -> client.deliveries().list(pending).limit(1).toList(), List::isEmpty);
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}

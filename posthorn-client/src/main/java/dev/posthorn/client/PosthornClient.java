package dev.posthorn.client;

import dev.posthorn.client.resource.AuditEntry;
import dev.posthorn.client.resource.Cluster;
import dev.posthorn.client.resource.Queue;
import java.util.stream.Stream;

/**
 * Talks to one Posthorn server. Safe for use by many threads; make one and keep it.
 *
 * <p>Every call throws {@link PosthornException} when it is refused or nothing answers. Calls that
 * do no harm when sent twice, publishing included, are repeated for about four seconds before.
 *
 * <pre>{@code
 * var posthorn = new PosthornClient("http://127.0.0.1:8080", token);
 * posthorn.webhookConfigs().create("https://example.com/webhooks");
 * posthorn.events().publish(NewEvent.of("user.updated").entityId("42").data(user));
 * }</pre>
 */
public final class PosthornClient {
    private final Transport transport;

    /**
     * A client that sends again what may be sent again.
     *
     * @param url of the server, such as {@code https://webhooks.example.com}
     * @param token of a key or of the operator; empty for none
     */
    public PosthornClient(String url, String token) {
        this(url, token, Retries.STANDARD);
    }

    PosthornClient(String url, String token, Retries retries) {
        this(
                new Transport(
                        url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
                        token,
                        retries));
    }

    private PosthornClient(Transport transport) {
        this.transport = transport;
    }

    /**
     * The same, but the first failure is final: for programs whose user waits.
     *
     * @return a client over the same connections
     */
    public PosthornClient withoutRetries() {
        return new PosthornClient(transport.withoutRetries());
    }

    /**
     * Endpoints.
     *
     * @return calls of this client
     */
    public WebhookConfigs webhookConfigs() {
        return new WebhookConfigs(transport);
    }

    /**
     * Events.
     *
     * @return calls of this client
     */
    public Events events() {
        return new Events(transport);
    }

    /**
     * Deliveries.
     *
     * @return calls of this client
     */
    public Deliveries deliveries() {
        return new Deliveries(transport);
    }

    /**
     * Attempts.
     *
     * @return calls of this client
     */
    public Attempts attempts() {
        return new Attempts(transport);
    }

    /**
     * Tasks.
     *
     * @return calls of this client
     */
    public Tasks tasks() {
        return new Tasks(transport);
    }

    /**
     * Organisations.
     *
     * @return calls of this client
     */
    public Organisations organisations() {
        return new Organisations(transport);
    }

    /**
     * Keys.
     *
     * @return calls of this client
     */
    public Keys keys() {
        return new Keys(transport);
    }

    /**
     * The catalogue of event types.
     *
     * @return calls of this client
     */
    public EventTypes eventTypes() {
        return new EventTypes(transport);
    }

    /**
     * Wire contracts.
     *
     * @return calls of this client
     */
    public Profiles profiles() {
        return new Profiles(transport);
    }

    /**
     * Receivers without a URL.
     *
     * @return calls of this client
     */
    public Listeners listeners() {
        return new Listeners(transport);
    }

    /**
     * Who changed what, newest first; parameters are times and {@code organisation}.
     *
     * @param filter which of them, and from where
     * @return read from the server page by page, as it is consumed
     */
    public Stream<AuditEntry> audit(Filter filter) {
        return Pages.stream(transport, "/audit", filter, AuditEntry.class);
    }

    /**
     * What waits to be delivered.
     *
     * @return counts, and the endpoints with most pending
     */
    public Queue queue() {
        return Json.read(transport.send(Call.get("/queue")), Queue.class);
    }

    /**
     * The nodes that run; for the operator.
     *
     * @return one entry for each, and how far behind they are
     */
    public Cluster cluster() {
        return Json.read(transport.send(Call.get("/cluster")), Cluster.class);
    }

    /**
     * Calls by path.
     *
     * @return calls of this client
     */
    public RawCalls raw() {
        return new RawCalls(transport);
    }
}

package dev.posthorn.client;

import dev.posthorn.client.resource.Queue;

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

    /** The same, but the first failure is final: for programs whose user waits. */
    public PosthornClient withoutRetries() {
        return new PosthornClient(transport.withoutRetries());
    }

    public WebhookConfigs webhookConfigs() {
        return new WebhookConfigs(transport);
    }

    public Events events() {
        return new Events(transport);
    }

    public Deliveries deliveries() {
        return new Deliveries(transport);
    }

    public Attempts attempts() {
        return new Attempts(transport);
    }

    public Tasks tasks() {
        return new Tasks(transport);
    }

    public Organisations organisations() {
        return new Organisations(transport);
    }

    public Keys keys() {
        return new Keys(transport);
    }

    /** What waits to be delivered. */
    public Queue queue() {
        return Json.read(transport.send(Call.get("/queue")), Queue.class);
    }

    /** Calls by path. */
    public RawCalls raw() {
        return new RawCalls(transport);
    }
}

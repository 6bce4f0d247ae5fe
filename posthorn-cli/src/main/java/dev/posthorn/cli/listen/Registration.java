package dev.posthorn.cli.listen;

import dev.posthorn.cli.receiver.OwnSecret;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.PosthornException;
import dev.posthorn.client.WebhookConfigFields;
import dev.posthorn.client.resource.WebhookConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The endpoint a receiver has for as long as it runs. */
interface Registration {
    /** For a receiver whose endpoint, if any, is somebody else's business. */
    Registration NONE =
            new Registration() {
                @Override
                public Optional<String> secret() {
                    return Optional.empty();
                }

                @Override
                public void start() {}

                @Override
                public void end() {}
            };

    /** What requests to the endpoint are signed with. */
    Optional<String> secret();

    /** Makes the endpoint; the receiver must be up, for it is tested at once. */
    void start();

    /** Deactivates the endpoint. */
    void end();

    /** {@code fields}: of the endpoint beside its URL, as the API names them. */
    static Registration of(
            PosthornClient client,
            String url,
            Map<String, @Nullable Object> fields,
            Terminal terminal) {
        return new OfServer(client, url, fields, terminal);
    }

    /** An ordinary endpoint, made by the API. */
    final class OfServer implements Registration {
        private static final Duration LONGEST_TEST = Duration.ofSeconds(10);

        private final PosthornClient client;
        private final WebhookConfigFields fields;
        private final Terminal terminal;
        private final String secret = OwnSecret.random();
        private @Nullable WebhookConfig endpoint;

        private OfServer(
                PosthornClient client,
                String url,
                Map<String, @Nullable Object> more,
                Terminal terminal) {
            this.client = client;
            this.terminal = terminal;
            WebhookConfigFields all =
                    WebhookConfigFields.url(url).name("posthorn listen").set("secret", secret);
            for (var field : more.entrySet()) {
                all = all.set(field.getKey(), field.getValue());
            }
            this.fields = all;
        }

        @Override
        public Optional<String> secret() {
            return Optional.of(secret);
        }

        @Override
        public void start() {
            WebhookConfig made = client.webhookConfigs().createAndAwait(fields, LONGEST_TEST);
            endpoint = made;
            WebhookConfig tested = client.webhookConfigs().retrieve(made.id());
            String reason = tested.stateReason() == null ? "" : ": " + tested.stateReason();
            terminal.line(
                    "Endpoint "
                            + made.id()
                            + " is "
                            + terminal.paint(Style.ofState(tested.state()), tested.state())
                            + reason);
        }

        @Override
        public void end() {
            if (endpoint == null) {
                return;
            }
            try {
                client.webhookConfigs().delete(endpoint.id());
            } catch (PosthornException e) {
                terminal.note("Endpoint " + endpoint.id() + " stays: " + e.getMessage());
            }
        }
    }
}

package dev.posthorn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.client.Filter;
import dev.posthorn.client.NewEvent;
import dev.posthorn.client.WebhookConfigFields;
import dev.posthorn.client.resource.Attempt;
import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.WebhookConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An organisation with one endpoint: what one test does is not seen by another. */
record Scene(Node node, String organisation, String endpointId) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static Scene of(Node node, WebhookConfigFields fields) {
        String organisation = "organisation-" + COUNT.incrementAndGet();
        node.client()
                .raw()
                .post("/organisations", Map.of("name", organisation, "uid", organisation));
        WebhookConfig made =
                node.client().webhookConfigs().create(fields.set("organisation", organisation));
        assertThat(made.state()).isEqualTo("valid");
        return new Scene(node, organisation, made.id());
    }

    NewEvent event() {
        return NewEvent.of("user.updated").organisation(organisation).dataJson("{}");
    }

    /** The id of the only delivery of a new event. */
    String publish() {
        String event = node.client().events().publish(event()).id();
        return node.client()
                .deliveries()
                .list(Filter.where("event", event))
                .findFirst()
                .orElseThrow()
                .id();
    }

    WebhookConfig endpoint() {
        return node.client().webhookConfigs().retrieve(endpointId);
    }

    Delivery delivery(String id) {
        return node.client().deliveries().retrieve(id);
    }

    Delivery ended(String id) {
        Patience.until(() -> !delivery(id).isPending(), () -> delivery(id).toString());
        return delivery(id);
    }

    /** In the order they were made. */
    List<Attempt> attempts(Delivery delivery) {
        return node.client().deliveries().attempts(delivery.id()).toList().reversed();
    }
}

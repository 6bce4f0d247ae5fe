package dev.posthorn.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.client.Filter;
import dev.posthorn.client.NewEvent;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.PosthornException;
import dev.posthorn.client.WebhookConfigFields;
import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.Event;
import dev.posthorn.client.resource.EventType;
import dev.posthorn.client.resource.Key;
import dev.posthorn.client.resource.Profile;
import dev.posthorn.client.resource.Task;
import dev.posthorn.client.resource.WebhookConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client's types against what a real server answers. */
@ExtendWith(PosthornExtension.class)
class ClientAgainstServerTest {
    private static final NewEvent UPDATED =
            NewEvent.of("user.updated").entityId(7).data(Map.of("name", "Zoë"));

    private PosthornClient client;

    @BeforeEach
    void client(Posthorn posthorn) {
        client = posthorn.client();
    }

    @Test
    void creates_tests_updates_and_deactivates_an_endpoint(Receiver receiver) {
        WebhookConfig made =
                client.webhookConfigs()
                        .createAndAwait(
                                WebhookConfigFields.url(receiver.url())
                                        .profile("standard")
                                        .set("secret", receiver.endpoint().secret())
                                        .eventTypes("user.*"),
                                Duration.ofSeconds(10));
        assertThat(made.state()).isIn("valid", "new");
        Task test = client.webhookConfigs().testAndAwait(made.id(), Duration.ofSeconds(10));
        assertThat(test.state()).isEqualTo("succeeded");
        assertThat(client.tasks().retrieve(test.id()).target()).isEqualTo(made.id());

        WebhookConfig updated =
                client.webhookConfigs()
                        .update(made, WebhookConfigFields.none().paused(true).name("In"));
        assertThat(updated.paused()).isTrue();
        assertThat(updated.name()).isEqualTo("In");
        assertThat(client.webhookConfigs().rotate(made.id(), Duration.ofHours(1)).secret())
                .isNotEqualTo(made.secret());
        assertThat(client.webhookConfigs().list())
                .extracting(WebhookConfig::id)
                .contains(made.id());
        assertThat(client.webhookConfigs().delete(made.id()).state()).isEqualTo("deactivated");
        assertThat(client.webhookConfigs().list())
                .extracting(WebhookConfig::id)
                .doesNotContain(made.id());
    }

    @Test
    void makes_or_updates_by_an_id_of_the_callers_own(Receiver receiver) {
        WebhookConfigFields fields =
                WebhookConfigFields.url(receiver.url()).profile("standard").set("test", false);

        WebhookConfig made = client.webhookConfigs().put("shop-1", fields);
        WebhookConfig again = client.webhookConfigs().put("shop-1", fields.name("Shop"));

        assertThat(again.id()).isEqualTo(made.id());
        assertThat(client.webhookConfigs().retrieve("shop-1").name()).isEqualTo("Shop");
        client.webhookConfigs().delete("shop-1");
    }

    @Test
    void publishes_follows_and_resends(Posthorn posthorn, Receiver receiver) {
        Event event = posthorn.publish(UPDATED);
        receiver.received();
        Delivery delivery = posthorn.settled(event).get(0);

        assertThat(client.deliveries().attempts(delivery.id()))
                .extracting(attempt -> attempt.request().method(), attempt -> attempt.number())
                .containsExactly(tuple("POST", 1));
        client.deliveries().resend(delivery.id());
        assertThat(receiver.received().id()).isEqualTo(event.id());
        assertThatThrownBy(() -> client.deliveries().cancel(posthorn.settled(event).get(0).id()))
                .isInstanceOfSatisfying(
                        PosthornException.class, e -> assertThat(e.status()).isEqualTo(409));
    }

    @Test
    void publishes_an_event_once_under_its_key() {
        NewEvent keyed = UPDATED.idempotencyKey("once");

        Event first = client.events().publish(keyed);

        assertThat(client.events().publish(keyed).id()).isEqualTo(first.id());
        assertThatThrownBy(() -> client.events().publish(keyed.data(Map.of("name", "Ada"))))
                .isInstanceOfSatisfying(
                        PosthornException.class,
                        e -> assertThat(e.error()).isEqualTo("idempotency-conflict"));
    }

    @Test
    void reads_a_list_over_many_pages() {
        List<NewEvent> batch =
                IntStream.range(0, 25)
                        .mapToObj(i -> NewEvent.of("page.turned").data(Map.of("id", i)))
                        .toList();
        List<String> ids = client.events().publish(batch).stream().map(Event::id).toList();

        assertThat(
                        client.events()
                                .list(
                                        Filter.where("type", "page.turned")
                                                .oldestFirst()
                                                .pageSize(10)
                                                .createdFrom(Instant.EPOCH)))
                .extracting(Event::id)
                .containsExactlyElementsOf(ids);
        assertThat(client.events().retrieve(ids.get(3)).data()).hasToString("{\"id\":3}");
    }

    @Test
    void says_by_field_what_is_wrong() {
        assertThatThrownBy(() -> client.webhookConfigs().create("ftp://example.com"))
                .isInstanceOfSatisfying(
                        PosthornException.class,
                        e -> {
                            assertThat(e.status()).isEqualTo(400);
                            assertThat(e.error()).isEqualTo("invalid-parameter");
                            assertThat(e.params()).containsOnlyKeys("url");
                        });
        assertThatThrownBy(() -> client.events().retrieve("nothing"))
                .isInstanceOfSatisfying(
                        PosthornException.class, e -> assertThat(e.error()).isEqualTo("not-found"));
    }

    @Test
    void reads_everything_else() {
        Key key = client.keys().create(Map.of("name", "shop", "scopes", List.of("publish")));
        assertThat(key.token()).startsWith("posthorn_");
        assertThat(client.keys().rotate(key.id()).token()).isNotEqualTo(key.token());
        assertThat(client.organisations().list()).isNotEmpty();
        assertThat(client.queue().pending()).isZero();
        assertThat(client.profiles().list()).extracting(Profile::name).contains("standard");
        assertThat(client.eventTypes().list()).extracting(EventType::slug).contains("user.updated");
        assertThat(client.audit(Filter.ALL).limit(5)).isNotEmpty();
    }

    @Test
    void sees_how_an_endpoint_has_been_doing(Posthorn posthorn, Receiver receiver) {
        Event event = posthorn.publish(UPDATED);
        receiver.received();
        posthorn.settled(event);

        assertThat(client.webhookConfigs().stats(receiver.endpoint().id(), "1h").range())
                .isEqualTo("1h");
    }
}

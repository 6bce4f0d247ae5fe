package dev.posthorn.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.client.NewEvent;
import dev.posthorn.client.WebhookConfigFields;
import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PosthornExtension.class)
class PosthornExtensionTest {
    private static final NewEvent UPDATED =
            NewEvent.of("user.updated").entityId(7).data(Map.of("name", "Zoë"));

    @Test
    void hands_out_what_arrived(Posthorn posthorn, Receiver receiver) {
        Event event = posthorn.publish(UPDATED);

        Webhook webhook = receiver.received();

        assertThat(webhook.id()).isEqualTo(event.id());
        assertThat(webhook.type()).isEqualTo("user.updated");
        assertThat(webhook.data().path("name").asString()).isEqualTo("Zoë");
        assertThat(webhook.headers()).containsEntry("webhook-id", event.id());
        receiver.receivedNothingElse();
    }

    @Test
    void waits_for_a_type_and_keeps_the_others(Posthorn posthorn, Receiver receiver) {
        posthorn.client()
                .events()
                .publish(List.of(UPDATED, NewEvent.of("user.deleted").dataJson("{}")));

        assertThat(receiver.received("user.deleted").type()).isEqualTo("user.deleted");
        assertThat(receiver.received().type()).isEqualTo("user.updated");
    }

    @Test
    void sees_every_try_of_a_delivery(Posthorn posthorn, Receiver receiver) {
        receiver.answers(500, 503);
        Event event = posthorn.publish(UPDATED);

        assertThat(receiver.received(3)).extracting(Webhook::id).containsOnly(event.id());
        assertThat(posthorn.settled(event))
                .extracting(Delivery::state, Delivery::attempts)
                .containsExactly(tuple("delivered", 3));
    }

    @Test
    void receives_in_other_profiles_too(Posthorn posthorn) {
        try (Receiver receiver =
                posthorn.receiver(
                        WebhookConfigFields.none()
                                .profile("fastcomments")
                                .eventTypes("comment.*"))) {
            posthorn.publish(NewEvent.of("comment.deleted").data(Map.of("id", "c1")));

            Webhook webhook = receiver.received();

            assertThat(webhook.method() + " " + webhook.text()).isEqualTo("DELETE {\"id\":\"c1\"}");
        }
    }

    @Test
    void does_not_see_what_another_test_received(Receiver receiver) {
        receiver.receivedNothingElse();
    }

    @Nested
    class Inside {
        @Test
        void shares_the_server(Posthorn posthorn) {
            assertThat(posthorn.client().queue().pending()).isZero();
        }
    }
}

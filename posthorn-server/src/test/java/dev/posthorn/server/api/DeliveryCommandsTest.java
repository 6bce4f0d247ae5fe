package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryCommandsTest {
    private ApiFixture api;
    private Story story;
    private ApiCall caller;

    @BeforeEach
    void start() {
        api = new ApiFixture();
        story = Story.of(api, "acme");
        caller = api.as("acme-manage");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_delivery_sent_again_is_pending_and_due() {
        ApiCall.Answer answer = caller.post("/deliveries/" + story.delivery() + "/resend", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("id")).isEqualTo(story.delivery());
        assertThat(answer.at("state")).isEqualTo("pending");
        assertThat(answer.at("next_attempt")).isEqualTo("2026-11-22T04:29:00.000Z");
        assertThat(answer.text()).contains("'attempts':1", "'date_completed':null");
    }

    @Test
    void one_that_is_due_already_is_answered_as_it_is() {
        String delivery = pending();

        ApiCall.Answer answer = caller.post("/deliveries/" + delivery + "/resend", "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("state")).isEqualTo("pending");
    }

    @Test
    void without_its_payload_it_cannot_be_sent_again() {
        api.log.expunge(api.journal.accepted().getLast().event().id());

        assertThat(caller.post("/deliveries/" + story.delivery() + "/resend", "null").text())
                .isEqualTo(
                        "409 {'error':'conflict','message':'The event's data is gone: there is"
                                + " nothing to send again.'}");
    }

    @Test
    void to_a_deactivated_endpoint_nothing_is_sent_again() {
        caller.delete("/configs/webhook/" + story.endpoint());

        assertThat(caller.post("/deliveries/" + story.delivery() + "/resend", "").text())
                .startsWith("409 {'error':'conflict','message':'Its webhook_config is deactivated");
    }

    @Test
    void to_a_paused_endpoint_it_is_held() {
        caller.post("/configs/webhook/" + story.endpoint(), "{'paused':true}");

        ApiCall.Answer answer = caller.post("/deliveries/" + story.delivery() + "/resend", "");

        assertThat(answer.text()).contains("'state':'pending','held':true");
    }

    @Test
    void a_pending_delivery_is_cancelled() {
        ApiCall.Answer answer = caller.post("/deliveries/" + pending() + "/cancel", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("state")).isEqualTo("cancelled");
        assertThat(answer.at("reason")).isEqualTo("cancelled");
        assertThat(answer.text()).contains("'next_attempt':null");
    }

    @Test
    void one_that_ended_cannot_be_cancelled() {
        assertThat(caller.post("/deliveries/" + story.delivery() + "/cancel", "").text())
                .isEqualTo(
                        "409 {'error':'conflict','message':'It is delivered already: there is"
                                + " nothing left to cancel.'}");
    }

    @Test
    void fields_nobody_knows_are_refused_by_name() {
        assertThat(
                        caller.post("/deliveries/" + story.delivery() + "/cancel", "{'why':'so'}")
                                .text())
                .startsWith("400 {'error':'invalid-parameter'")
                .contains("'why':'unknown field'");
    }

    private String pending() {
        api.as("acme-publish").post("/events", "{'type':'user.updated','data':{}}");
        PendingDelivery made = api.journal.accepted().getLast().deliveries().getFirst();
        return ApiFixture.text(made.id().seq());
    }
}

package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpungeTest {
    private ApiFixture api;

    @BeforeEach
    void start() {
        api = new ApiFixture();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void erases_the_payload_once_and_notes_it() {
        String event =
                api.as("acme-publish").post("/events", "{'type':'a','data':{'x':1}}").at("id");
        ApiCall manage = api.as("acme-manage");

        ApiCall.Answer expunged = manage.delete("/events/" + event + "/data");
        assertThat(expunged.status()).isEqualTo(200);
        assertThat(expunged.json().get("data").isNull()).isTrue();
        assertThat(manage.get("/events/" + event).json().get("data").isNull()).isTrue();
        assertThat(manage.delete("/events/" + event + "/data").text()).isEqualTo(expunged.text());
        assertThat(manage.get("/audit?target=" + event).each("action"))
                .containsExactly("event.expunge");
    }

    @Test
    void is_for_those_who_manage_the_events_organisation() {
        String path =
                "/events/"
                        + api.as("acme-publish").post("/events", "{'type':'a','data':{}}").at("id")
                        + "/data";
        assertThat(api.as("other-manage").delete(path).status()).isEqualTo(404);
        assertThat(api.as("acme-read").delete(path).status()).isEqualTo(403);
        assertThat(api.as("acme-manage").delete("/events/x/data").status()).isEqualTo(404);
    }
}

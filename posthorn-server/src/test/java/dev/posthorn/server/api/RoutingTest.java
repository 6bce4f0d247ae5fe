package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutingTest {
    @Test
    void tells_for_each_endpoint_who_got_an_event_and_why_not() {
        try (ApiFixture api = new ApiFixture()) {
            Story story = Story.of(api, "acme");
            ApiCall caller = api.as("acme-all");
            String other =
                    caller.post(
                                    "/configs/webhook",
                                    "{'url':'https://example.com/c','profile':'standard',"
                                            + "'event_types':['comment.*']}")
                            .at("id");

            assertThat(caller.get("/events/" + story.event() + "/routing").text())
                    .isEqualTo(
                            "200 {'resource':'routing','event':'%s','endpoints':[{'webhook_config':'%s','verdict':'sent','delivery':'%s'},{'webhook_config':'%s','verdict':'not-subscribed','delivery':null}]}"
                                    .formatted(
                                            story.event(),
                                            story.endpoint(),
                                            story.delivery(),
                                            other));
            assertThat(api.as("other-read").get("/events/" + story.event() + "/routing").status())
                    .isEqualTo(404);
        }
    }
}

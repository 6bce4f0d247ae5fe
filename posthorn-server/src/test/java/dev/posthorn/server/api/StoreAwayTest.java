package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Configuration that cannot be written for a while is nobody's fault: try again. */
class StoreAwayTest {
    @Test
    void asks_to_try_again_and_changes_nothing() {
        try (ApiFixture api = new ApiFixture()) {
            ApiCall manage = api.as("acme-manage");
            String id =
                    manage.put("/configs/webhook/crm", "{'url':'https://example.com/slow'}")
                            .at("id");
            api.store.full = true;
            ApiCall.Answer refused =
                    manage.put("/configs/webhook/crm", "{'url':'https://example.com/slow/2'}");
            assertThat(refused.text())
                    .isEqualTo(
                            "503 {'error':'unavailable','message':'Nothing can be written at the"
                                    + " moment; try again.'}");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(manage.post("/configs/webhook/" + id + "/rotate", "{}").status())
                    .isEqualTo(503);
            assertThat(manage.post("/keys", "{'scopes':['read']}").status()).isEqualTo(503);
            assertThat(manage.get("/configs/webhook/crm").at("url"))
                    .isEqualTo("https://example.com/slow");
            api.store.full = false;
            assertThat(
                            manage.put(
                                            "/configs/webhook/crm",
                                            "{'url':'https://example.com/slow/2'}")
                                    .at("url"))
                    .isEqualTo("https://example.com/slow/2");
        }
    }
}

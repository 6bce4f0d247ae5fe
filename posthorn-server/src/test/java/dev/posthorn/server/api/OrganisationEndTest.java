package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationEndTest {
    private static final List<String> COLLECTIONS =
            List.of(
                    "/organisation",
                    "/keys",
                    "/configs/webhook",
                    "/events",
                    "/deliveries",
                    "/attempts",
                    "/tasks",
                    "/audit");

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
    void deactivates_until_somebody_activates_it_again() {
        ApiCall operator = api.as("operator");
        ApiCall.Answer ended = operator.delete("/organisations/acme");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.at("state")).isEqualTo("deactivated");
        assertThat(operator.get("/organisations/acme").text()).isEqualTo(ended.text());
        assertThat(operator.delete("/organisations/acme").text()).isEqualTo(ended.text());
        assertThat(api.as("acme-read").get("/events").text())
                .isEqualTo("403 {'error':'blocked','message':'The organisation is deactivated.'}");
        assertThat(publish("operator", "acme").status()).isEqualTo(403);

        operator.post("/organisations/acme", "{'state':'active'}");
        assertThat(api.as("acme-read").get("/events").status()).isEqualTo(200);
        assertThat(operator.get("/organisations/acme").at("state")).isEqualTo("unconfigured");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?purge=true"})
    void leaves_the_default_organisation_alone(String query) {
        ApiCall.Answer refused = api.as("operator").delete("/organisations/default" + query);

        assertThat(refused.text())
                .isEqualTo(
                        "409 {'error':'conflict','message':'The organisation default stays:"
                                + " it is meant when a call names none.'}");
        assertThat(api.as("operator").get("/organisations/default").status()).isEqualTo(200);
    }

    @Test
    void erases_one_and_leaves_its_neighbour_as_it_was() {
        Story acme = Story.of(api, "acme");
        Story.of(api, "other");
        List<String> before = neighbours();
        ApiCall operator = api.as("operator");

        ApiCall.Answer erased = operator.delete("/organisations/acme?purge=true");

        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.at("id")).isEqualTo(acme.organisation());
        assertThat(erased.at("state")).isEqualTo("deactivated");
        assertThat(neighbours()).isEqualTo(before);
        for (String path :
                List.of(
                        "/organisations/acme",
                        "/organisations/" + acme.organisation(),
                        "/keys/" + acme.key(),
                        "/configs/webhook/" + acme.endpoint(),
                        "/events/" + acme.event(),
                        "/deliveries/" + acme.delivery(),
                        "/tasks/" + acme.task())) {
            assertThat(operator.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(operator.delete("/organisations/acme?purge=true").status()).isEqualTo(404);
        assertThat(api.as("acme-read").get("/events").status()).isEqualTo(401);
        assertThat(publish("operator", "acme").status()).isEqualTo(400);
        assertThat(operator.get("/audit?target=" + acme.organisation()).each("action"))
                .containsExactly("organisation.purge");
    }

    @Test
    void gives_its_uid_back_at_once() {
        ApiCall operator = api.as("operator");
        String before = operator.delete("/organisations/acme?purge=true").at("id");
        ApiCall.Answer made = operator.post("/organisations", "{'uid':'acme','name':'Acme'}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("id")).isNotEqualTo(before);
        assertThat(operator.get("/keys?organisation=acme").each("id")).isEmpty();
    }

    @Test
    void is_for_the_operator_who_says_clearly_what_is_meant() {
        assertThat(api.as("acme-all").delete("/organisations/acme").status()).isEqualTo(403);
        assertThat(api.as("publisher").delete("/organisations/acme").status()).isEqualTo(403);
        ApiCall operator = api.as("operator");
        assertThat(operator.delete("/organisations/nobody").status()).isEqualTo(404);
        ApiCall.Answer unclear = operator.delete("/organisations/acme?purge=yes");
        assertThat(unclear.status()).isEqualTo(400);
        assertThat(unclear.json().get("params").propertyNames()).containsExactly("purge");
        assertThat(operator.get("/organisations/acme").at("state")).isEqualTo("unconfigured");
    }

    private ApiCall.Answer publish(String token, String organisation) {
        return api.as(token)
                .post("/events", "{'type':'a','data':{},'organisation':'" + organisation + "'}");
    }

    private List<String> neighbours() {
        return COLLECTIONS.stream().map(path -> api.as("other-all").get(path).text()).toList();
    }
}

package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The calls the manuals print, made over HTTP to a whole server. Their host is the local one, their
 * receiver a local one with the same path.
 */
class SeedManualsTest {
    @TempDir private Path folder = Path.of("");

    private final RicloudReceiver receiver = new RicloudReceiver();
    private WholeServer server;

    @BeforeEach
    void start() {
        server = WholeServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
        receiver.close();
    }

    /** What curl sends with the options the manuals print. */
    private ApiCall curl() {
        return server.call().with("User-Agent", "curl/7.64.1").with("Accept", "*/*");
    }

    private ApiCall curlWithJson() {
        return curl().with("Content-Type", "application/json");
    }

    private String url() {
        return "{\n  'url': '" + receiver.url() + "'\n}";
    }

    /** One whose test is over, with the verdict of the receiver as it is. */
    private ApiCall.Answer created() {
        return curlWithJson().with("Ricloud-Await", "10").post("/configs/webhook", url());
    }

    /** Manual 1, "Een webhook-configuratie maken". */
    @Test
    void creates_a_configuration_and_answers_its_secret() {
        ApiCall.Answer made =
                curlWithJson()
                        .post("/configs/webhook", "{\n    'url': '" + receiver.url() + "'\n}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("secret")).startsWith("whsec_");
        assertThat(receiver.next().get("type").stringValue()).isEqualTo("webhook_config");
    }

    /** Manual 2, "Crear" and "Atributos". */
    @Test
    void creates_one_with_every_attribute_of_the_manual_and_tests_it() {
        ApiCall.Answer made = curlWithJson().post("/configs/webhook", url());
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().propertyNames())
                .contains(
                        "id", "resource", "organisation", "url", "secret", "state", "date_created");
        assertThat(made.at("resource")).isEqualTo("webhook_config");
        assertThat(made.at("url")).isEqualTo(receiver.url());
        assertThat(made.at("state")).isEqualTo("new");
        assertThat(curl().get("/tasks").each("type")).containsExactly("webhook_config.test");
    }

    /** Manual 2, "Crear": the parameter that is needed. */
    @Test
    void refuses_one_without_a_url() {
        assertThat(curlWithJson().post("/configs/webhook", "{}").text())
                .isEqualTo(
                        "400 {'error':'invalid-parameter','message':'Not accepted: url.',"
                                + "'params':{'url':'is missing'}}");
    }

    /** Manual 2, "Crear": the receiver is not set up yet. */
    @Test
    void is_invalid_while_the_receiver_is_not_set_up_and_valid_once_tested_again() {
        receiver.ready(false);
        ApiCall.Answer made = created();
        assertThat(made.at("state")).isEqualTo("invalid");
        receiver.ready(true);
        receiver.secret(made.at("secret"));
        String path = "/configs/webhook/" + made.at("id");
        ApiCall.Answer task = curl().with("Ricloud-Await", "10").get(path + "/test");
        assertThat(task.at("state")).isEqualTo("succeeded");
        assertThat(curl().get(path).at("state")).isEqualTo("valid");
    }

    /** Manual 2, "Recuperar". */
    @Test
    void retrieves_one() {
        ApiCall.Answer made = created();
        ApiCall.Answer found = curl().get("/configs/webhook/" + made.at("id"));
        assertThat(found.text()).isEqualTo(made.text().replaceFirst("^201", "200"));
    }

    /** Manual 2, "Lista": by state and date; deactivated ones only when asked for. */
    @Test
    void lists_them_without_those_that_are_deactivated() {
        String kept = created().at("id");
        String gone = created().at("id");
        curlWithJson().post("/configs/webhook/" + gone, "{'state':'deactivated'}");
        assertThat(ids("")).containsExactly(kept);
        assertThat(ids("?state=deactivated")).containsExactly(gone);
        assertThat(ids("?state=valid&date_created%5Bgte%5D=2020-01-01")).containsExactly(kept);
        assertThat(ids("?date_created__lt=2020-01-01T00:00:00Z")).isEmpty();
    }

    private List<String> ids(String query) {
        return curl().get("/configs/webhook" + query).each("id");
    }

    /** Manual 2, "Actualizar": the call as printed has a comma too many. */
    @Test
    void refuses_the_update_as_printed_and_takes_it_without_the_comma() {
        String path = "/configs/webhook/" + created().at("id");
        String changed = receiver.url() + "?updated";
        ApiCall.Answer printed = curlWithJson().post(path, "{\n    'url': '" + changed + "',\n}");
        assertThat(printed.text()).startsWith("400 {'error':'invalid-body','message':'");
        ApiCall.Answer mended = curlWithJson().post(path, "{\n    'url': '" + changed + "'\n}");
        assertThat(mended.status()).isEqualTo(200);
        assertThat(mended.at("url")).isEqualTo(changed);
        assertThat(mended.at("state")).isEqualTo("new");
        assertThat(curl().get("/tasks?type=webhook_config.test").each("id")).hasSize(2);
    }

    /** Manual 2, "Actualizar": which states an owner may set. */
    @Test
    void takes_no_other_state_than_new_and_deactivated() {
        String path = "/configs/webhook/" + created().at("id");
        for (String state : List.of("valid", "invalid", "anything")) {
            assertThat(curlWithJson().post(path, "{'state':'" + state + "'}").text())
                    .startsWith("400 {'error':'invalid-parameter'")
                    .contains("'params':{'state':'must be deactivated or new'}");
        }
        assertThat(curlWithJson().post(path, "{'state':'deactivated'}").at("state"))
                .isEqualTo("deactivated");
        assertThat(
                        curlWithJson()
                                .with("Ricloud-Await", "10")
                                .post(path, "{'state':'new'}")
                                .at("state"))
                .isEqualTo("valid");
    }

    /** Manual 2, "Prueba": the call as printed names no method, so it is GET. */
    @Test
    void tests_one_by_get_as_printed_and_by_post_as_described() {
        String path = "/configs/webhook/" + created().at("id") + "/test";
        ApiCall.Answer printed = curl().get(path);
        ApiCall.Answer described = curl().post(path, "");
        assertThat(List.of(printed.status(), described.status())).containsExactly(200, 201);
        for (ApiCall.Answer task : List.of(printed, described)) {
            assertThat(task.at("resource")).isEqualTo("task");
            assertThat(task.at("type")).isEqualTo("webhook_config.test");
        }
    }

    /** Manual 2, "Estados": an organisation needs one that is valid. */
    @Test
    void leaves_an_organisation_unconfigured_until_one_is_valid() {
        assertThat(curl().get("/organisation").at("state")).isEqualTo("unconfigured");
        String made = created().at("id");
        ApiCall.Answer organisation = curl().get("/organisation");
        assertThat(organisation.at("state")).isEqualTo("active");
        assertThat(organisation.at("webhook_config_default")).isEqualTo(made);
    }

    /** Manual 1, "Gebeurtenishandtekeningen verifiëren": every request is signed. */
    @Test
    void sends_events_signed_with_the_secret() {
        receiver.secret(created().at("secret"));
        receiver.next();
        ApiCall.Answer published =
                curlWithJson().post("/events", "{'type':'task.succeeded','data':{'id':'t1'}}");
        JsonNode event = receiver.next();
        assertThat(event.get("id").stringValue()).isEqualTo(published.at("id"));
        assertThat(event.get("resource").stringValue()).isEqualTo("event");
        assertThat(event.get("data").toString()).isEqualTo("{\"id\":\"t1\"}");
    }
}

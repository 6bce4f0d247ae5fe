package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the third manual promises, over HTTP at a whole server. */
class EventInsightManualTest {
    @TempDir private Path folder = Path.of("");
    private final ToldReceiver receiver = new ToldReceiver(_ -> 200);
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

    private ApiCall.Answer made(String more) {
        return server.call()
                .with("Ricloud-Await", "10")
                .post(
                        "/configs/webhook",
                        "{'url':'"
                                + receiver.url()
                                + "','profile':'eventinsight','name':'Our CRM'"
                                + more
                                + "}");
    }

    private void published(String type, String data) {
        server.call().post("/events", "{'type':'" + type + "','entity_id':7,'data':" + data + "}");
    }

    private void expect(String body) {
        assertThat(receiver.next())
                .isEqualTo(new ToldReceiver.Came("POST", "", body.replace('\'', '"')));
    }

    @Test
    void tells_what_happened_to_users_and_companies() {
        made(",'event_types':['user.*','company.*']");
        receiver.forget();
        published("user.created", "{'name':'Zoë'}");
        expect(
                "{'entity_id':7,'entity_type':'user','action_type':'new',"
                        + "'result':{'name':'Zoë'}}");
        published("company.updated", "{'name':'Acme'}");
        expect(
                "{'entity_id':7,'entity_type':'company','action_type':'update',"
                        + "'result':{'name':'Acme'}}");
        published("user.deleted", "{'name':'Zoë'}");
        expect("{'entity_id':7,'entity_type':'user','action_type':'delete'}");
    }

    @Test
    void sends_only_the_triggers_that_are_wanted() {
        made(",'event_types':['company.deleted']");
        receiver.forget();
        published("user.created", "{}");
        published("company.deleted", "{}");
        expect("{'entity_id':7,'entity_type':'company','action_type':'delete'}");
    }

    @Test
    void tests_with_the_data_of_whoever_asks() {
        ApiCall.Answer made = made("");
        assertThat(made.at("state")).isEqualTo("valid");
        assertThat(made.at("name")).isEqualTo("Our CRM");
        String body = receiver.next().body();
        assertThat(body).contains("\"entity_type\":\"user\",\"action_type\":\"test\"", "Zoë");
    }

    @Test
    void sends_nothing_while_it_is_not_active() {
        String id = made(",'event_types':['user.*'],'state':'deactivated'").at("id");
        published("user.created", "{'n':1}");
        server.call().with("Ricloud-Await", "10").post("/configs/webhook/" + id, "{'state':'new'}");
        receiver.forget();
        published("user.created", "{'n':2}");
        expect("{'entity_id':7,'entity_type':'user','action_type':'new','result':{'n':2}}");
    }

    @Test
    void shows_the_last_ten_requests() {
        String id = made(",'event_types':['user.*']").at("id");
        receiver.next();
        for (int i = 0; i < 11; i++) {
            published("user.updated", "{'n':" + i + "}");
            receiver.next();
        }
        server.settled();
        ApiCall.Answer log = server.call().get("/attempts?webhook_config=" + id);
        assertThat(log.each("type")).hasSize(10).containsOnly("user.updated");
        assertThat(log.json().at("/data/0/request/method").stringValue()).isEqualTo("POST");
    }
}

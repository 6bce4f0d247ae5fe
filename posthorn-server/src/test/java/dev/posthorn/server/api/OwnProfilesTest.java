package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnProfilesTest {
    private static final String GITHUB =
            "{'method':'POST','body':'data','headers':{'X-GitHub-Event':'{type}'},"
                    + "'signature':{'header':'X-Hub-Signature-256','value':'sha256={signature}',"
                    + "'content':'{body}','algorithm':'hmac-sha256','encoding':'hex','key':'text'}}";

    private ApiFixture api;

    @BeforeEach
    void start() {
        api = new ApiFixture();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private ApiCall.Answer put(String name, String body) {
        return api.as("operator").call("PUT", "/profiles/" + name, body.replace('\'', '"'));
    }

    /** Answers once its first test has ended. */
    private ApiCall.Answer endpoint() {
        return api.as("acme-manage")
                .with("Ricloud-Await", "10")
                .post("/configs/webhook", "{'url':'https://example.com/','profile':'hub'}");
    }

    @Test
    void is_made_changed_shown_and_deleted() {
        ApiCall.Answer made = put("hub", GITHUB);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text())
                .startsWith(
                        "201 {'id':'hub','resource':'profile','name':'hub','built_in':false,"
                                + "'retry':{'waits_s':[5,300,")
                .endsWith(
                        ",'method':'POST','body':'data','headers':{'X-GitHub-Event':'{type}'},"
                                + "'signature':{'header':'X-Hub-Signature-256',"
                                + "'value':'sha256={signature}','content':'{body}',"
                                + "'algorithm':'hmac-sha256','encoding':'hex','key':'text'},"
                                + "'version':1,'date_updated':'2026-11-22T04:29:00.000Z'}");
        assertThat(put("hub", GITHUB).at("version")).isEqualTo("1");
        assertThat(put("hub", "{}").at("version")).isEqualTo("2");
        assertThat(api.as("other-read").get("/profiles/hub").at("signature")).isEqualTo("null");
        assertThat(api.as("other-read").get("/profiles").each("name")).contains("svix", "hub");
        assertThat(api.as("operator").delete("/profiles/hub").status()).isEqualTo(200);
        assertThat(api.as("operator").get("/profiles/hub").status()).isEqualTo(404);
        assertThat(api.as("operator").delete("/profiles/hub").status()).isEqualTo(404);
        ApiCall.Answer again = put("hub", "{}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.at("version")).isEqualTo("4");
    }

    @Test
    void belongs_to_the_operator() {
        assertThat(api.as("acme-manage").call("PUT", "/profiles/hub", "{}").status())
                .isEqualTo(403);
        assertThat(put("standard", "{}").at("error")).isEqualTo("conflict");
        assertThat(api.as("operator").delete("/profiles/standard").status()).isEqualTo(409);
    }

    @Test
    void is_kept_while_it_is_used() {
        put("hub", GITHUB);
        ApiCall.Answer endpoint = endpoint();
        assertThat(endpoint.status()).isEqualTo(201);
        assertThat(endpoint.at("profile")).isEqualTo("hub");
        assertThat(api.as("operator").delete("/profiles/hub").text())
                .isEqualTo(
                        "409 {'error':'conflict','message':'This profile is in use: by 1 endpoints,"
                                + " and as the default of 0 organisations.'}");
    }

    @Test
    void a_change_of_it_is_a_revision_of_every_endpoint_that_uses_it() {
        put("hub", GITHUB);
        long seq = ApiFixture.IDS.seq(endpoint().at("id")).orElseThrow();
        var id = new dev.posthorn.core.endpoint.EndpointId(seq);
        int before = api.directory.endpoint(id).orElseThrow().revision();
        var state = api.directory.endpoint(id).orElseThrow().state();

        put("hub", "{'body':'standard'}");

        var after = api.directory.endpoint(id).orElseThrow();
        assertThat(after.revision()).isEqualTo(before + 1);
        assertThat(after.state()).isEqualTo(state);
        assertThat(api.log.profileVersion(id, before)).hasValue(1);
        assertThat(api.log.profileVersion(id, before + 1)).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hub | {'method':'GET'}                               | method",
                "hub | {'body':'all'}                                 | body",
                "hub | {'colour':1}                                   | colour",
                "hub | {'headers':{'Content-Type':'a'}}               | headers.Content-Type",
                "hub | {'headers':{'a b':'c'}}                        | headers.a b",
                "hub | {'headers':{'X-A':'{body}'}}                   | headers.X-A",
                "hub | {'signature':{}}                               | signature.header",
                "hub | {'signature':{'header':'Host'}}                | signature.header",
                "hub | {'signature':{'header':'X','value':'{what}'}}  | signature.value",
                "hub | {'signature':{'header':'X','content':'{id}'}}  | signature.content",
                "hub | {'signature':{'header':'X','algorithm':'md5'}} | signature.algorithm",
                "Hub | {}                                             | name"
            })
    void refuses_what_cannot_be_sent(String name, String body, String field) {
        ApiCall.Answer refused = put(name, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("params").propertyNames()).containsExactly(field);
    }
}

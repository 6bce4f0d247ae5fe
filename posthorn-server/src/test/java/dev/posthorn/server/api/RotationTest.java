package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.signature.EndpointSecrets.Previous;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationTest {
    private static final String OWN = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PAIR =
            "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6K"
                    + "vg==";

    private static ApiFixture api;

    @BeforeAll
    static void start() {
        api = new ApiFixture();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static ApiCall manage() {
        return api.as("acme-manage");
    }

    private static ApiCall.Answer made(String options) {
        return manage().with("Ricloud-Await", "5")
                .post("/configs/webhook", "{'url':'https://example.com/a'" + options + "}");
    }

    private static ApiCall.Answer rotate(String id, String body) {
        return manage().post("/configs/webhook/" + id + "/rotate", body);
    }

    private static Endpoint stored(String id) {
        return api.directory.endpoints().stream()
                .filter(one -> ApiFixture.text(one.id().seq()).equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void gives_a_new_secret_and_keeps_the_old_one_for_a_day() {
        ApiCall.Answer before = made("");
        ApiCall.Answer after = rotate(before.at("id"), "null");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.at("secret")).startsWith("whsec_").isNotEqualTo(before.at("secret"));
        assertThat(after.text())
                .isEqualTo(
                        before.text()
                                .replaceFirst("201", "200")
                                .replace(before.at("secret"), after.at("secret")));
        assertThat(after.at("state")).isEqualTo("valid");
        assertThat(stored(before.at("id")).secrets().previous())
                .extracting(Previous::untilMs)
                .containsExactly(ApiFixture.NOW_MS + Duration.ofDays(1).toMillis());
        assertThat(manage().get("/tasks?limit=1000").each("target"))
                .containsOnlyOnce(before.at("id"));
    }

    @Test
    void takes_the_owner_s_own_secret_and_grace() {
        String id = made("").at("id");
        ApiCall.Answer after = rotate(id, "{'secret':'" + OWN + "','grace_seconds':0}");
        assertThat(after.at("secret")).isEqualTo(OWN);
        assertThat(stored(id).secrets().previous()).isEmpty();
    }

    @Test
    void rotates_the_key_pair_where_one_signs() {
        ApiCall.Answer before = made(",'options':{'signature':'ed25519'}");
        assertThat(before.at("public_key")).startsWith("whpk_");
        ApiCall.Answer after = rotate(before.at("id"), "{'secret':'" + PAIR + "'}");
        assertThat(after.at("public_key"))
                .isEqualTo("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=");
        assertThat(after.text()).doesNotContain("whsk_");
        assertThat(rotate(before.at("id"), "{}").at("public_key"))
                .startsWith("whpk_")
                .isNotEqualTo(after.at("public_key"));
    }

    @Test
    void takes_an_own_key_pair_from_the_start() {
        assertThat(
                        made(",'options':{'signature':'ed25519'},'secret':'" + PAIR + "'")
                                .at("public_key"))
                .isEqualTo("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=");
    }

    @Test
    void says_when_too_many_old_secrets_sign() {
        String id = made("").at("id");
        for (int i = 0; i < 10; i++) {
            assertThat(rotate(id, "{'grace_seconds':" + (600 + i) + "}").status()).isEqualTo(200);
        }
        assertThat(rotate(id, "{}").text())
                .isEqualTo(
                        "409 {'error':'conflict','message':'10 old secrets still sign beside the"
                                + " one in use; the first of them ends at 2026-11-22T04:39:00Z.'}");
        assertThat(rotate(id, "{'grace_seconds':0}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "standard     | {'secret':7}                      | secret",
                "standard     | {'secret':'a secret of words'}    | secret",
                "standard     | {'secret':'whsec_c2hvcnQ='}       | secret",
                "ricloud      | {'secret':'short'}                | secret",
                "ricloud      | {'secret':'whsk_is_no_text_secret'}| secret",
                "fastcomments | {'secret':' blanks around it  '}  | secret",
                "standard     | {'grace_seconds':-1}              | grace_seconds",
                "standard     | {'grace_seconds':604801}         | grace_seconds",
                "standard     | {'grace_seconds':'day'}           | grace_seconds",
                "standard     | {'grace_seconds':1.5}             | grace_seconds",
                "standard     | {'overlap':1}                     | overlap"
            })
    void names_what_it_does_not_accept(String profile, String body, String field) {
        ApiCall.Answer answer = rotate(made(",'profile':'" + profile.strip() + "'").at("id"), body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("params").propertyNames()).containsExactly(field);
    }

    @Test
    void refuses_the_secret_in_use_and_pairs_that_are_none() {
        String id = made(",'secret':'" + OWN + "'").at("id");
        assertThat(rotate(id, "{'secret':'" + OWN + "'}").text())
                .contains("'params':{'secret':'is the one in use'}");
        String pairs = made(",'options':{'signature':'ed25519'}").at("id");
        assertThat(rotate(pairs, "{'secret':'" + OWN + "'}").text())
                .contains("must be whsk_ followed by base64 of 64 bytes");
        assertThat(rotate(pairs, "{'secret':'" + PAIR.replace("6Xb/", "7Xb/") + "'}").text())
                .contains("its public key does not belong to its seed");
    }
}

package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.server.receivers.TestCertificates;
import dev.posthorn.server.receivers.TestCertificates.PemPair;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be said about {@code auth} of an endpoint, and what is shown of it. */
class EndpointAuthenticationTest {
    private static final String URL = "/configs/webhook";

    @TempDir static Path folder;

    private static ApiFixture api;
    private static TestCertificates certificates;

    @BeforeAll
    static void start() {
        api = new ApiFixture();
        certificates = new TestCertificates(folder);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static ApiCall manage() {
        return api.as("acme-manage");
    }

    private static ApiCall.Answer create(String auth) {
        return manage().post(URL, "{'url':'https://example.com/a','auth':" + auth + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'basic':{'username':'me','password':'canary'}} |"
                        + " {'basic':{'username':'me','password':'***'}}",
                "{'basic':{'username':'me'}} | {'basic':{'username':'me','password':'***'}}",
                "{'bearer':{'token':'canary'}} | {'bearer':{'token':'***'}}",
                "{'oauth2':{'token_url':'https://auth.example.com/t','client_id':'me',"
                        + "'client_secret':'canary'}} |"
                        + " {'oauth2':{'token_url':'https://auth.example.com/t','client_id':'me',"
                        + "'client_secret':'***','scope':null,'audience':null,"
                        + "'client_authentication':'basic'}}",
                "null | null"
            })
    void shows_what_it_took_with_secrets_masked(String given, String shown) {
        ApiCall.Answer made = create(given);

        assertThat(made.text()).startsWith("201 ").contains("'auth':" + shown);
        assertThat(made.text()).doesNotContain("canary");
        assertThat(manage().get(URL + "/" + made.at("id")).text()).contains("'auth':" + shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | auth",
                "{'basic':{'username':'me'},'bearer':{'token':'t'}} | auth",
                "{'digest':{}} | auth, auth.digest",
                "'basic' | auth",
                "{'basic':{'username':'a:b'}} | auth.basic.username",
                "{'basic':{'username':'me','password':'a\\u0007'}} | auth.basic.password",
                "{'basic':{'username':'me','realm':'x'}} | auth.basic.realm",
                "{'bearer':{}} | auth.bearer.token",
                "{'bearer':{'token':'a b'}} | auth.bearer.token",
                "{'bearer':{'token':'a\\r\\nb'}} | auth.bearer.token",
                "{'bearer':{'token':'***'}} | auth.bearer.token",
                "{'oauth2':{}} | auth.oauth2.token_url, auth.oauth2.client_id,"
                        + " auth.oauth2.client_secret",
                "{'oauth2':{'token_url':'http://169.254.169.254/','client_id':'me',"
                        + "'client_secret':'s'}} | auth.oauth2.token_url",
                "{'oauth2':{'token_url':'https://a.example.com/','client_id':'me',"
                        + "'client_secret':'s','client_authentication':'jwt'}} |"
                        + " auth.oauth2.client_authentication",
                "{'mtls':{'certificate':'x','private_key':'y'}} | auth.mtls.certificate",
            })
    void names_what_it_does_not_accept(String auth, String fields) {
        ApiCall.Answer answer = create(auth);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(problems(answer)).containsExactlyInAnyOrder(fields.split(", ", -1));
    }

    @Test
    void keeps_a_secret_that_comes_back_masked() {
        String id = create("{'basic':{'username':'me','password':'first'}}").at("id");
        ApiCall.Answer renamed =
                manage().post(
                                URL + "/" + id,
                                "{'auth':{'basic':{'username':'I','password':'***'}}}");

        assertThat(renamed.text()).contains("'auth':{'basic':{'username':'I','password':'***'}}");
        assertThat(settings(id).auth().authorization()).contains("Basic STpmaXJzdA==");
        assertThat(manage().post(URL + "/" + id, "{'auth':{'bearer':{'token':'***'}}}").status())
                .isEqualTo(400);
    }

    @Test
    void sends_a_kept_secret_nowhere_else() {
        String server =
                "{'oauth2':{'token_url':'https://%s/t','client_id':'me','client_secret':'%s'}}";
        String id = create(server.formatted("auth.example.com", "s3cret")).at("id");
        ApiCall.Answer moved =
                manage().post(
                                URL + "/" + id,
                                "{'auth':" + server.formatted("evil.example.com", "***") + "}");

        assertThat(problems(moved)).containsExactly("auth.oauth2.client_secret");
    }

    @Test
    void a_change_of_it_makes_the_endpoint_new_and_tests_it() {
        ApiCall patient = manage().with("Ricloud-Await", "5");
        ApiCall.Answer made = patient.post(URL, "{'url':'https://example.com/g'}");
        assertThat(made.at("state")).isEqualTo("valid");
        String slow = URL + "/" + made.at("id");
        patient.post(slow, "{'url':'https://example.com/g','name':'same'}");
        assertThat(patient.get(slow).at("state")).isEqualTo("valid");

        ApiCall.Answer changed = manage().post(slow, "{'auth':{'bearer':{'token':'t'}}}");

        assertThat(changed.at("state")).isEqualTo("new");
        assertThat(manage().get("/tasks?limit=1").each("target")).containsExactly(made.at("id"));
        assertThat(patient.post(slow, "{'auth':null}").text()).contains("'auth':null");
    }

    @Test
    void does_not_authorise_twice() {
        ApiCall.Answer answer =
                manage().post(
                                URL,
                                "{'url':'https://example.com','headers':{'authorization':'x'},"
                                        + "'auth':{'bearer':{'token':'t'}}}");

        assertThat(answer.text())
                .startsWith("400 ")
                .contains("'auth':'cannot be set beside an own header Authorization'");
    }

    @Test
    void masks_own_headers_to_everyone_and_keeps_what_comes_back_masked() {
        String id =
                manage().post(
                                URL,
                                "{'url':'https://example.com','headers':{'X-Api-Key':'canary',"
                                        + "'X-Place':'here'}}")
                        .at("id");
        String masked = "{'headers':{'X-Api-Key':'***','X-Place':'there'}}";

        assertThat(manage().post(URL + "/" + id, masked).text())
                .contains("'headers':{'X-Api-Key':'***','X-Place':'there'}");
        assertThat(settings(id).headers()).containsEntry("X-Api-Key", "canary");
        assertThat(problems(manage().post(URL + "/" + id, "{'headers':{'X-Other-Key':'***'}}")))
                .containsExactly("headers");
    }

    @Test
    void the_trail_says_that_it_changed_and_not_to_what() {
        String id = create("{'basic':{'username':'me','password':'canary-1'}}").at("id");
        manage().post(URL + "/" + id, "{'auth':{'bearer':{'token':'canary-2'}}}");

        String trail = manage().get("/audit?limit=5").text();
        assertThat(trail)
                .contains("{'field':'auth.type','before':'basic','after':'bearer'}")
                .contains("{'field':'auth','before':'***','after':'***'}")
                .doesNotContain("canary");
    }

    @Test
    void takes_a_certificate_that_is_good_today_with_its_key() {
        PemPair good = certificates.pem("-1d");
        ApiCall.Answer made = create(mtls(good.certificate(), good.key()));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text()).contains("'private_key':'***'", "-----BEGIN CERTIFICATE-----");
        assertThat(made.text()).doesNotContain("PRIVATE KEY-----");
        ApiCall.Answer kept =
                manage().post(
                                URL + "/" + made.at("id"),
                                "{'auth':" + mtls(good.certificate(), "***") + "}");
        assertThat(kept.status()).isEqualTo(200);
    }

    @Test
    void says_what_is_wrong_with_a_certificate() {
        PemPair good = certificates.pem("-1d");
        PemPair other = certificates.pem("-1d");
        PemPair old = certificates.pem("-2y");
        PemPair early = certificates.pem("+10d");

        assertThat(
                        List.of(
                                problem(good.certificate(), other.key()),
                                problem(old.certificate(), old.key()),
                                problem(early.certificate(), early.key()),
                                problem(good.certificate(), good.certificate()),
                                problem(good.key(), good.key()),
                                problem(
                                        good.certificate(),
                                        good.key().replace("PRIVATE KEY", "EC PRIVATE KEY"))))
                .satisfiesExactly(
                        text ->
                                assertThat(text)
                                        .contains(
                                                "private_key",
                                                "does not belong to the certificate"),
                        text -> assertThat(text).contains("auth.mtls.certificate", "expired at "),
                        text -> assertThat(text).contains("is not valid before "),
                        text -> assertThat(text).contains("must be in PKCS#8"),
                        text -> assertThat(text).contains("certificates in PEM"),
                        text -> assertThat(text).contains("must be in PKCS#8"));
    }

    @Test
    void a_certificate_needs_tls() {
        PemPair good = certificates.pem("-1d");
        ApiCall.Answer plain =
                manage().post(
                                URL,
                                "{'url':'http://example.com','auth':"
                                        + mtls(good.certificate(), good.key())
                                        + "}");

        assertThat(plain.text()).contains("of type mtls needs an https URL");
    }

    private static Collection<String> problems(ApiCall.Answer answer) {
        return answer.json().get("params").propertyNames();
    }

    /** As they are stored. */
    private static EndpointSettings settings(String id) {
        long seq = ApiFixture.IDS.seq(id).orElseThrow();
        return api.directory.endpoint(new EndpointId(seq)).orElseThrow().settings();
    }

    private static String problem(String certificate, String key) {
        ApiCall.Answer answer = create(mtls(certificate, key));
        assertThat(answer.status()).isEqualTo(400);
        return answer.text();
    }

    private static String mtls(String certificate, String key) {
        return "{'mtls':{'certificate':'"
                + certificate.replace("\n", "\\n")
                + "','private_key':'"
                + key.replace("\n", "\\n")
                + "'}}";
    }
}

package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.openapi.OpenApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocsTest {
    private static ApiFixture api;

    @BeforeAll
    static void start() {
        api = new ApiFixture();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void hands_out_the_contract() {
        ApiCall.Answer answer = api.as("").get("/openapi.yaml");
        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(answer.text()).startsWith("200 openapi: 3.1.0\n");
    }

    @Test
    void shows_every_operation_and_every_shape_on_a_page() {
        String page = api.as("").get("/docs").text();
        OpenApi document = OpenApi.shipped();
        document.operations()
                .values()
                .forEach(byMethod ->
                        byMethod.values()
                                .forEach(operation ->
                                        assertThat(page)
                                                .contains(
                                                        "<section id='"
                                                                + operation
                                                                        .node()
                                                                        .get("operationId")
                                                                        .stringValue()
                                                                + "'>")));
        document.root()
                .at("/components/schemas")
                .propertyNames()
                .forEach(name -> assertThat(page).contains("<h3 id='" + name + "'>"));
    }

    @Test
    void leads_to_places_that_exist() {
        String page = api.as("").get("/docs").text();
        java.util.regex.Pattern.compile("href='#([^']+)'")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .forEach(id -> assertThat(page).contains(" id='" + id + "'"));
    }

    @Test
    void runs_no_scripts_and_loads_nothing() {
        ApiCall.Answer answer = api.as("").get("/docs");
        assertThat(answer.header("Content-Security-Policy"))
                .matches(
                        "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; base-uri 'none';"
                                + " form-action 'none'; frame-ancestors 'none'");
        assertThat(answer.text()).doesNotContain("<script", " style=", " src=", "http-equiv");
    }
}

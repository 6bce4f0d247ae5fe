package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.Method;
import dev.posthorn.server.http.Route;
import dev.posthorn.server.openapi.OpenApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every route, walked over the route table. */
class ConventionsTest {
    /** An open pair of braces and one colour: nobody takes it. */
    private static final String COLOURFUL = "{'colour':'red'}";

    private static final OpenApi DOCUMENT = OpenApi.shipped();
    private static ApiFixture api;
    private static Story acme;
    private static String listener;

    @BeforeAll
    static void start() {
        api = new ApiFixture();
        acme = Story.of(api, "acme");
        listener = Story.listener(api, "acme");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String path(Route route) {
        return Map.of(
                        "/configs/webhook/{id}", acme.endpoint(),
                        "/events/{id}", acme.event(),
                        "/deliveries/{id}", acme.delivery(),
                        "/attempts/{id}", acme.attempt(),
                        "/tasks/{id}", acme.task(),
                        "/keys/{id}", acme.key(),
                        "/organisations/{id}", acme.organisation(),
                        "/listeners/{id}", listener)
                .entrySet()
                .stream()
                .filter(entry -> route.template().startsWith(entry.getKey()))
                .map(entry -> route.template().replace("{id}", entry.getValue()))
                .findFirst()
                .orElse(route.template())
                .replace("{name}", "ricloud")
                .replace("{slug}", "user.updated");
    }

    private static Stream<Route> routes(Method... methods) {
        return api.routes.stream().filter(route -> List.of(methods).contains(route.method()));
    }

    private static Stream<DynamicTest> each(
            Stream<Route> routes, java.util.function.Consumer<Route> check) {
        List<DynamicTest> tests = new ArrayList<>();
        routes.forEach(route ->
                tests.add(
                        DynamicTest.dynamicTest(
                                route.method() + " " + route.template(),
                                () -> check.accept(route))));
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static ApiCall.Answer call(Route route, String query, String body) {
        return api.as("operator")
                .call(route.method().name(), path(route) + query, body.replace('\'', '"'));
    }

    @TestFactory
    Stream<DynamicTest> tolerates_one_trailing_slash_and_no_second() {
        return each(
                routes(Method.GET)
                        .filter(route -> !route.template().equals("/"))
                        .filter(route -> !(route.work() instanceof Route.Work.Streaming))
                        .filter(route -> !route.template().endsWith("/test")),
                route -> {
                    ApiCall caller = api.as("operator");
                    assertThat(caller.get(path(route) + "/").text())
                            .isEqualTo(caller.get(path(route)).text());
                    assertThat(caller.get(path(route) + "//").status()).isEqualTo(404);
                });
    }

    @TestFactory
    Stream<DynamicTest> refuses_an_unknown_parameter_by_name() {
        return each(
                api.routes.stream().filter(route -> !(route.access() instanceof Access.Anyone)),
                route ->
                        assertThat(call(route, "?colour=red", "").text())
                                .startsWith("400 {'error':'invalid-parameter'")
                                .contains("'colour':'unknown parameter'"));
    }

    /** Routes that read no body have no use for one and no harm from it. */
    @TestFactory
    Stream<DynamicTest> refuses_an_unknown_field_by_name() {
        return each(
                routes(Method.POST, Method.PUT),
                route ->
                        assertThat(call(route, "", COLOURFUL).text())
                                .startsWith("400 {'error':'invalid-parameter'")
                                .contains("'colour':'unknown field'"));
    }

    @TestFactory
    Stream<DynamicTest> refuses_what_is_no_object() {
        return each(
                routes(Method.POST, Method.PUT),
                route -> {
                    for (String body : List.of("[]", "7", "'red'", "{'a':1,}", "{", "{}{}")) {
                        assertThat(call(route, "", body).text())
                                .startsWith("400 {'error':'invalid-body','message':'");
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> takes_json_whatever_it_is_called() {
        return each(
                routes(Method.POST, Method.PUT),
                route -> {
                    for (String type : List.of("text/plain", "application/xml", "nonsense")) {
                        ApiCall.Answer answer =
                                api.as("operator")
                                        .with("Content-Type", type)
                                        .call(
                                                route.method().name(),
                                                path(route),
                                                COLOURFUL.replace('\'', '"'));
                        assertThat(answer.text()).startsWith("400 {'error':'invalid-parameter'");
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> answers_the_same_to_null_nothing_and_an_empty_object() {
        return each(
                routes(Method.POST, Method.PUT)
                        .filter(route -> !route.template().endsWith("/test"))
                        .filter(route -> !route.template().equals("/events")),
                route -> {
                    boolean refused = call(route, "", "{}").status() == 400;
                    for (String nothing : List.of("null", "")) {
                        assertThat(call(route, "", nothing).status() == 400)
                                .as(nothing)
                                .isEqualTo(refused);
                    }
                });
    }

    @Test
    void starts_tests_whatever_the_body_says_nothing_with() {
        ApiCall caller = api.as("acme-manage");
        String path = "/configs/webhook/" + acme.endpoint() + "/test";
        assertThat(caller.post(path, "null").status()).isEqualTo(201);
        assertThat(caller.post(path, "").status()).isEqualTo(201);
        assertThat(caller.post(path, "{}").status()).isEqualTo(201);
        assertThat(caller.get(path).status()).isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> says_which_methods_a_path_has() {
        return each(
                api.routes.stream(),
                route -> {
                    ApiCall.Answer answer = api.as("").call("PATCH", path(route), "{}");
                    assertThat(answer.text())
                            .startsWith("405 {'error':'method-not-allowed','message':'Use ");
                    assertThat(answer.header("Allow")).contains(route.method().name());
                    assertThat(api.as("").call("OPTIONS", path(route), "").header("Allow"))
                            .isEqualTo(answer.header("Allow"));
                });
    }

    @TestFactory
    Stream<DynamicTest> refuses_bodies_that_are_too_large_before_reading_them() {
        return each(
                routes(Method.POST, Method.PUT),
                route -> {
                    ApiCall.Answer answer =
                            api.as("operator")
                                    .call(
                                            route.method().name(),
                                            path(route),
                                            new byte[route.maxBodyBytes() + 1]);
                    assertThat(answer.text())
                            .isEqualTo(
                                    "413 {'error':'too-large','message':'The body may have at most "
                                            + route.maxBodyBytes()
                                            + " bytes.'}");
                });
    }

    private static boolean isList(Route route) {
        return DOCUMENT.operations().containsKey(route.template())
                && DOCUMENT.operations()
                        .get(route.template())
                        .get("GET")
                        .node()
                        .at("/parameters")
                        .toString()
                        .contains("/AfterId");
    }

    @TestFactory
    Stream<DynamicTest> pages_every_list_in_the_same_way() {
        return each(
                routes(Method.GET).filter(ConventionsTest::isList),
                route -> {
                    assertThat(call(route, "?limit=1000&order=asc", "").at("url"))
                            .isEqualTo(path(route));
                    for (String wrong :
                            List.of(
                                    "limit=0",
                                    "limit=1001",
                                    "limit=ten",
                                    "order=up",
                                    "after_id=x",
                                    "before_id=x")) {
                        assertThat(call(route, "?" + wrong, "").text())
                                .startsWith("400 {'error':'invalid-parameter'")
                                .contains("'params':{'" + wrong.split("=", 2)[0] + "':");
                    }
                });
    }

    /** The trail of the store in memory was all written at a time of its own. */
    private static boolean hasTimes(Route route) {
        return isList(route)
                && !route.template().equals("/audit")
                && DOCUMENT.operations()
                        .get(route.template())
                        .get("GET")
                        .node()
                        .toString()
                        .contains("/DateCreated");
    }

    @TestFactory
    Stream<DynamicTest> filters_by_time_in_the_same_way() {
        return each(
                routes(Method.GET).filter(ConventionsTest::hasTimes),
                route -> {
                    for (String all :
                            List.of(
                                    "[gte]=2026-11-22T04:29:00Z",
                                    "[gt]=2026-11-22T04:28:59.999Z",
                                    "[lte]=2026-11-22T05:29:00.000%2B01:00",
                                    "[lt]=2026-11-23",
                                    "__gte=2026-11-22T04:29:00.000Z",
                                    "__gt=2026-11-21",
                                    "__lte=2026-11-22T04:29:00Z",
                                    "__lt=2026-11-22T04:29:00.001Z",
                                    "=2026-11-22T04:29:00Z")) {
                        assertThat(count(route, all)).as(all).isPositive();
                    }
                    for (String none :
                            List.of(
                                    "[gt]=2026-11-22T04:29:00Z",
                                    "__lt=2026-11-22T04:29:00Z",
                                    "=2026-11-22T04:29:00.001Z",
                                    "[gte]=2026-11-23",
                                    "__lte=2026-11-22")) {
                        assertThat(count(route, none)).as(none).isZero();
                    }
                    assertThat(call(route, "?date_created=noon", "").text())
                            .startsWith("400 ")
                            .contains("'date_created':'must be a time such as");
                });
    }

    private static int count(Route route, String filter) {
        String encoded = filter.replace("[", "%5B").replace("]", "%5D");
        return call(route, "?date_created" + encoded, "").each("id").size();
    }

    @Test
    void answers_404_to_an_unknown_path_with_or_without_a_token() {
        for (String token : List.of("", "wrong", "acme-all")) {
            assertThat(api.as(token).get("/nowhere/at/all").text())
                    .isEqualTo(
                            "404 {'error':'not-found','message':'There is nothing here by this"
                                    + " name.'}");
        }
    }

    @Test
    void tells_a_caller_without_a_valid_token_how_to_show_one() {
        for (String token : List.of("", "wrong")) {
            ApiCall.Answer answer = api.as(token).get("/events");
            assertThat(answer.text())
                    .isEqualTo(
                            "401 {'error':'unauthorised','message':'Send a valid token:"
                                    + " Authorization: Token <token>.'}");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Token");
        }
        assertThat(api.as("acme-read").post("/events", "{}").text())
                .isEqualTo(
                        "403 {'error':'missing-scope','message':'The key needs the scope"
                                + " publish.'}");
    }

    @Test
    void takes_a_bearer_for_a_token() {
        assertThat(
                        new ApiCall(api.port(), "")
                                .with("Authorization", "bearer acme-all")
                                .get("/key")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void waits_no_longer_than_ten_seconds_and_not_for_nonsense() {
        for (Map.Entry<String, String> header :
                Set.of(
                        Map.entry("Ricloud-Await", "0"),
                        Map.entry("Ricloud-Await", "-1"),
                        Map.entry("Ricloud-Await", "soon"),
                        Map.entry("Prefer", "wait=0"),
                        Map.entry("Prefer", "respond-async"))) {
            assertThat(
                            api.as("acme-manage")
                                    .with(header.getKey(), header.getValue())
                                    .post("/configs/webhook", "{'url':'https://example.com/slow'}")
                                    .at("state"))
                    .isEqualTo("new");
        }
        for (Map.Entry<String, String> header :
                Set.of(
                        Map.entry("Ricloud-Await", "10"),
                        Map.entry("Ricloud-Await", "30"),
                        Map.entry("Prefer", "return=minimal, wait=10"))) {
            assertThat(
                            api.as("acme-manage")
                                    .with(header.getKey(), header.getValue())
                                    .post("/configs/webhook", "{'url':'https://example.com/good'}")
                                    .at("state"))
                    .isEqualTo("valid");
        }
    }

    @Test
    void counts_to_ten_thousand_and_says_so() {
        String batch = "[" + "{'type':'a.b','data':{}},".repeat(999) + "{'type':'a.b','data':{}}]";
        for (int i = 0; i < 11; i++) {
            assertThat(api.as("other-publish").post("/events", batch).status()).isEqualTo(201);
        }
        ApiCall.Answer page = api.as("other-read").get("/events?limit=1");
        assertThat(page.text())
                .contains("'has_more':true,'total_count':10000,'total_count_capped':true,");
    }

    @Test
    void answers_a_body_that_is_not_utf8() {
        byte[] body = "{\"name\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(api.as("acme-manage").call("POST", "/keys", body).text())
                .startsWith("400 {'error':'invalid-body'");
    }
}

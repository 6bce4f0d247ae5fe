package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.Route;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks the route table with keys that must not get through. A new route is in it by itself; one
 * with an id fails until this test has something of that kind to ask for.
 */
class IsolationTest {
    private static ApiFixture api;
    private static Story acme;
    private static Story other;

    /** What a route needs when it is to find something, by the start of its template. */
    private static Map<String, String> ids;

    @BeforeAll
    static void start() {
        api = new ApiFixture();
        acme = Story.of(api, "acme");
        other = Story.of(api, "other");
        api.lanes.add(lane(acme));
        api.lanes.add(lane(other));
        ids =
                Map.of(
                        "/configs/webhook/{id}", acme.endpoint(),
                        "/events/{id}", acme.event(),
                        "/deliveries/{id}", acme.delivery(),
                        "/attempts/{id}", acme.attempt(),
                        "/tasks/{id}", acme.task(),
                        "/keys/{id}", acme.key(),
                        "/organisations/{id}", acme.organisation(),
                        "/listeners/{id}", Story.listener(api, "acme"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static LaneView lane(Story story) {
        long endpoint = ApiFixture.IDS.seq(story.endpoint()).orElseThrow();
        return new LaneView(new EndpointId(endpoint), 1, 0, 8, ApiFixture.NOW_MS, null);
    }

    /** Profiles and event types are the same for everyone. */
    private static boolean belongsToSomebody(Route route) {
        return route.template().contains("{")
                && !route.template().startsWith("/profiles/")
                && !route.template().startsWith("/event-types/");
    }

    private static String path(Route route) {
        return ids.entrySet().stream()
                .filter(entry -> route.template().startsWith(entry.getKey()))
                .map(entry -> route.template().replace("{id}", entry.getValue()))
                .findFirst()
                .orElseGet(() ->
                        route.template()
                                .replace("{name}", "ricloud")
                                .replace("{slug}", "user.updated"));
    }

    private static Stream<Route> guarded() {
        return api.routes.stream().filter(route -> !(route.access() instanceof Access.Anyone));
    }

    private static DynamicTest test(Route route, String how, Runnable check) {
        return DynamicTest.dynamicTest(route.method() + " " + route.template() + how, check::run);
    }

    private static int status(String token, Route route, String path) {
        return api.as(token).call(route.method().name(), path, "").status();
    }

    @Test
    void knows_something_of_every_kind() {
        assertThat(
                        api.routes.stream()
                                .filter(IsolationTest::belongsToSomebody)
                                .map(IsolationTest::path))
                .allSatisfy(path -> assertThat(path).doesNotContain("{"));
    }

    @TestFactory
    Stream<DynamicTest> answers_401_without_a_token_or_with_a_wrong_one() {
        return guarded()
                .map(route ->
                        test(
                                route,
                                "",
                                () ->
                                        assertThat(
                                                        List.of(
                                                                status("", route, path(route)),
                                                                status(
                                                                        "wrong",
                                                                        route,
                                                                        path(route))))
                                                .containsExactly(401, 401)));
    }

    @TestFactory
    Stream<DynamicTest> answers_403_without_the_scope() {
        List<DynamicTest> tests = new ArrayList<>();
        guarded()
                .forEach(route -> {
                    if (route.access() instanceof Access.Holding(Set<Scope> anyOf)) {
                        Set<Scope> others = EnumSet.of(Scope.READ, Scope.PUBLISH, Scope.MANAGE);
                        others.removeIf(scope -> isEnough(scope, anyOf));
                        others.forEach(scope -> tests.add(forbidden(route, scope)));
                    }
                });
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static boolean isEnough(Scope scope, Set<Scope> anyOf) {
        return anyOf.contains(scope) || (scope == Scope.MANAGE && anyOf.contains(Scope.READ));
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private static DynamicTest forbidden(Route route, Scope scope) {
        String token = "acme-" + word(scope);
        return test(
                route,
                " as " + token,
                () -> assertThat(status(token, route, path(route))).isEqualTo(403));
    }

    @TestFactory
    Stream<DynamicTest> answers_404_for_the_things_of_another_organisation() {
        return guarded()
                .filter(IsolationTest::belongsToSomebody)
                .map(route ->
                        test(
                                route,
                                "",
                                () ->
                                        assertThat(
                                                        List.of(
                                                                status(
                                                                        "other-all",
                                                                        route,
                                                                        path(route)),
                                                                status(
                                                                        "other-all",
                                                                        route,
                                                                        unknown(route))))
                                                .containsExactly(404, 404)));
    }

    private static String unknown(Route route) {
        return route.template()
                .replace("{id}", "019ab1c2-0000-7000-8000-000000000000")
                .replace("{name}", "unknown")
                .replace("{slug}", "un.known");
    }

    /** With scopes enough the answer is about the request: what is asked for is missing here. */
    @TestFactory
    Stream<DynamicTest> lets_every_scope_in_that_is_enough() {
        List<DynamicTest> tests = new ArrayList<>();
        guarded()
                .forEach(route -> {
                    if (route.access() instanceof Access.Holding(Set<Scope> anyOf)) {
                        for (Scope scope : EnumSet.of(Scope.READ, Scope.PUBLISH, Scope.MANAGE)) {
                            if (isEnough(scope, anyOf)) {
                                tests.add(allowed(route, "acme-" + word(scope)));
                            }
                        }
                    }
                    tests.add(allowed(route, "operator"));
                });
        return tests.stream();
    }

    private static DynamicTest allowed(Route route, String token) {
        return test(
                route,
                " as " + token,
                () -> assertThat(status(token, route, unknown(route))).isNotIn(401, 403));
    }

    /** What each organisation is known by, of which no other may see anything. */
    private static List<String> marks(Story story) {
        return List.of(
                story.organisation(),
                story.key(),
                story.endpoint(),
                story.task(),
                story.event(),
                story.delivery(),
                story.attempt());
    }

    private static Stream<Route> collections() {
        return guarded()
                .filter(route -> route.method() == dev.posthorn.server.http.Method.GET)
                .filter(route -> !route.template().contains("{"))
                .filter(route -> !route.access().equals(Access.holding(Scope.OPERATOR)));
    }

    @TestFactory
    Stream<DynamicTest> shows_nothing_of_another_organisation() {
        return collections()
                .map(route ->
                        test(
                                route,
                                "",
                                () -> {
                                    ApiCall.Answer answer =
                                            api.as("other-all").get(route.template());
                                    assertThat(answer.status()).isEqualTo(200);
                                    assertThat(answer.text()).doesNotContain(marks(acme));
                                }));
    }

    /** Otherwise the test above would see nothing wherever it looks. */
    @TestFactory
    Stream<DynamicTest> shows_an_organisation_its_own() {
        Set<String> everyones = Set.of("/profiles", "/event-types");
        return collections()
                .filter(route -> !everyones.contains(route.template()))
                .map(route ->
                        test(
                                route,
                                "",
                                () -> {
                                    String text = api.as("other-all").get(route.template()).text();
                                    assertThat(marks(other)).anyMatch(text::contains);
                                }));
    }

    @Test
    void publishes_nothing_into_another_organisation() {
        ApiCall other = api.as("other-all");
        for (String theirs :
                List.of(
                        "'organisation':'acme'",
                        "'organisation':'" + acme.organisation() + "'",
                        "'key':'" + acme.key() + "'")) {
            int before = api.journal.accepted().size();
            assertThat(other.post("/events", "{'type':'a','data':{}," + theirs + "}").text())
                    .startsWith("400 {'error':'invalid-parameter'");
            assertThat(api.journal.accepted()).hasSize(before);
        }
        assertThat(
                        other.post(
                                        "/configs/webhook",
                                        "{'url':'https://example.com/','organisation':'acme'}")
                                .status())
                .isEqualTo(400);
    }

    @TestFactory
    Stream<DynamicTest> answers_an_empty_list_to_a_filter_by_foreign_ids() {
        return Stream.of(
                        "/configs/webhook?organisation=" + acme.organisation(),
                        "/configs/webhook?organisation=acme",
                        "/events?organisation=acme",
                        "/deliveries?webhook_config=" + acme.endpoint(),
                        "/deliveries?event=" + acme.event(),
                        "/deliveries?organisation=acme",
                        "/attempts?webhook_config=" + acme.endpoint(),
                        "/attempts?delivery=" + acme.delivery(),
                        "/tasks?organisation=acme",
                        "/keys?organisation=acme")
                .map(path ->
                        DynamicTest.dynamicTest(
                                path.replaceAll("[0-9a-f-]{36}", "…"),
                                () ->
                                        assertThat(api.as("other-all").get(path).text())
                                                .startsWith("200 {'resource':'list','data':[],")));
    }

    @Test
    void shows_the_operator_everything() {
        for (Route route : guarded().filter(IsolationTest::belongsToSomebody).toList()) {
            // A stream has no end: that it opens for the operator is seen in ListenersTest.
            boolean ends = !(route.work() instanceof Route.Work.Streaming);
            if (ends && route.method() == dev.posthorn.server.http.Method.GET) {
                assertThat(status("operator", route, path(route))).isEqualTo(200);
            }
        }
        assertThat(api.as("operator").get("/events").each("id")).contains(acme.event());
    }

    @Test
    void names_no_endpoint_of_another_organisation() {
        ApiCall other = api.as("other-all");
        String key = ApiFixture.text(api.key("other-read").id().seq());
        String theirs = "{'webhook_config':'" + acme.endpoint() + "'}";
        assertThat(other.post("/keys/" + key, theirs).status()).isEqualTo(400);
        assertThat(
                        other.post(
                                        "/organisation",
                                        "{'webhook_config_default':'" + acme.endpoint() + "'}")
                                .status())
                .isEqualTo(400);
        assertThat(api.as("operator").post("/keys/" + key, theirs).status()).isEqualTo(400);
    }
}

package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.Route;
import dev.posthorn.server.openapi.OpenApi;
import dev.posthorn.server.openapi.Operation;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The route table and openapi.yaml tell the same story: what there is, and who may use it. */
class RoutesAreDescribedTest {
    /** Described and without a route. It may only shrink. */
    private static final Set<String> NOT_BUILT_YET = Set.of("GET /metrics");

    private static ApiFixture api;
    private static final OpenApi DOCUMENT = OpenApi.shipped();

    @BeforeAll
    static void start() {
        api = new ApiFixture();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** By method and template; what a gap is called does not matter to a caller. */
    private static String name(String method, String template) {
        return method + " " + template.replaceAll("\\{\\w+}", "{}");
    }

    private static Map<String, Route> routes() {
        return api.routes.stream()
                .collect(
                        Collectors.toMap(
                                route -> name(route.method().name(), route.template()),
                                route -> route));
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> operations = new TreeMap<>();
        DOCUMENT.operations()
                .forEach((template, byMethod) ->
                        byMethod.forEach((method, operation) ->
                                operations.put(name(method, template), operation)));
        return operations;
    }

    @Test
    void every_route_is_described() {
        assertThat(new TreeSet<>(routes().keySet())).isSubsetOf(operations().keySet());
    }

    @Test
    void everything_described_has_a_route() {
        Set<String> missing = new TreeSet<>(operations().keySet());
        missing.removeAll(routes().keySet());
        NOT_BUILT_YET.forEach(
                later -> missing.remove(name(later.split(" ", 2)[0], later.split(" ", 2)[1])));
        assertThat(missing).isEmpty();
    }

    @Test
    void nothing_that_was_built_is_listed_as_missing() {
        Set<String> stale = new TreeSet<>();
        for (String later : NOT_BUILT_YET) {
            String name = name(later.split(" ", 2)[0], later.split(" ", 2)[1]);
            if (routes().containsKey(name) || !operations().containsKey(name)) {
                stale.add(later);
            }
        }
        assertThat(stale).isEmpty();
    }

    @Test
    void routes_ask_for_the_scopes_described() {
        Map<String, Set<String>> asked = new TreeMap<>();
        Map<String, Set<String>> described = new TreeMap<>();
        routes().forEach((name, route) -> {
            asked.put(name, scopes(route.access()));
            described.put(name, shown(operations().get(name).scopes()));
        });
        assertThat(asked).isEqualTo(described);
    }

    /** {@code nobody}: without a token. Empty: any key. */
    private static Set<String> shown(Set<String> scopes) {
        return scopes == null ? Set.of("nobody") : scopes;
    }

    private static Set<String> scopes(Access access) {
        return switch (access) {
            case Access.Anyone _ -> Set.of("nobody");
            case Access.AnyKey _ -> Set.of();
            case Access.Holding(Set<Scope> anyOf) ->
                    anyOf.stream()
                            .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet());
        };
    }

    @Test
    void gaps_in_paths_are_described_by_their_names() {
        DOCUMENT.operations()
                .forEach((template, byMethod) ->
                        byMethod.values()
                                .forEach(operation ->
                                        assertThat(operation.gaps())
                                                .as(template)
                                                .hasSize(template.split("\\{", -1).length - 1)
                                                .allMatch(gap ->
                                                        template.contains("{" + gap + "}"))));
    }

    @Test
    void operations_have_names_of_their_own_and_a_summary() {
        Set<String> ids = new TreeSet<>();
        operations()
                .forEach((name, operation) -> {
                    assertThat(ids.add(operation.node().path("operationId").asString()))
                            .as(name)
                            .isTrue();
                    assertThat(operation.node().path("summary").asString("")).as(name).isNotEmpty();
                    assertThat(operation.node().path("tags").size()).as(name).isEqualTo(1);
                });
    }
}

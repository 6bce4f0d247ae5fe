package dev.posthorn.server.http;

import dev.posthorn.core.organisation.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides from a request's head alone whether it may go on, before any of its body is read. */
final class Gate {
    private final RouteTable routes;
    private final Authenticator authenticator;
    private final KeyLimit limit;

    Gate(List<Route> routes, Authenticator authenticator, KeyLimit limit) {
        this.routes = new RouteTable(routes);
        this.authenticator = authenticator;
        this.limit = limit;
    }

    KeyLimit limit() {
        return limit;
    }

    /** A request that may go on: which route, with what in its gaps, for whom. */
    record Admitted(Route route, Map<String, String> values, @Nullable Caller caller) {}

    /** Throws {@link RefusedException} for 401, 403, 404 and 405. */
    Admitted admit(String methodName, String path, @Nullable String authorization) {
        RouteTable.Match match =
                routes.match(path).orElseThrow(() -> new RefusedException(ApiError.notFound()));
        Method method = Method.of(methodName);
        Route route =
                Optional.ofNullable(method)
                        .flatMap(match::route)
                        .orElseThrow(
                                () -> new RefusedException(ApiError.wrongMethod(match.allowed())));
        return new Admitted(
                route, decoded(match.values()), callerFor(route.access(), authorization));
    }

    /** What a path answers to; empty when it leads nowhere. */
    Optional<List<String>> allowed(String path) {
        return routes.match(path).map(RouteTable.Match::allowed);
    }

    private @Nullable Caller callerFor(Access access, @Nullable String authorization) {
        if (access instanceof Access.Anyone) {
            return null;
        }
        Caller caller = authenticated(authorization);
        if (!access.admits(caller)) {
            throw new RefusedException(missingScope(access));
        }
        return caller;
    }

    private Caller authenticated(@Nullable String authorization) {
        String token = AuthorizationHeader.token(authorization);
        if (token == null) {
            throw new RefusedException(ApiError.unauthorised());
        }
        return switch (authenticator.authenticate(token)) {
            case Authentication.Accepted(Caller caller) -> caller;
            case Authentication.Unknown _ -> throw new RefusedException(ApiError.unauthorised());
            case Authentication.Barred(String message) ->
                    throw new RefusedException(ApiError.of(ErrorCode.BLOCKED, message));
        };
    }

    private static ApiError missingScope(Access access) {
        Set<String> names = new TreeSet<>();
        if (access instanceof Access.Holding(Set<Scope> anyOf)) {
            anyOf.forEach(scope -> names.add(scope.name().toLowerCase(Locale.ROOT)));
        }
        return ApiError.of(
                ErrorCode.MISSING_SCOPE,
                "The key needs the scope " + String.join(" or ", names) + ".");
    }

    private static Map<String, String> decoded(Map<String, String> values) {
        if (values.isEmpty()) {
            return values;
        }
        Map<String, String> decoded = new HashMap<>();
        values.forEach((gap, value) -> decoded.put(gap, decode(value)));
        return decoded;
    }

    private static String decode(String value) {
        return PercentText.decode(value, false)
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }
}

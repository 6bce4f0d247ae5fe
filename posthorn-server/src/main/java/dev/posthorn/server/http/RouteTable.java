package dev.posthorn.server.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a path leads to. Plain paths win over templates; one trailing slash is tolerated. */
final class RouteTable {
    private final Map<String, Place> plain = new HashMap<>();
    private final List<Place> gapped = new ArrayList<>();

    RouteTable(List<Route> routes) {
        Map<String, Place> places = new HashMap<>();
        for (Route route : routes) {
            Place place = places.computeIfAbsent(route.template(), this::place);
            if (place.routes.put(route.method(), route) != null) {
                throw new IllegalArgumentException("two routes for " + route);
            }
        }
    }

    private Place place(String template) {
        Place place = new Place(new PathTemplate(template), new EnumMap<>(Method.class));
        if (place.template.plain()) {
            plain.put(template, place);
        } else {
            gapped.add(place);
        }
        return place;
    }

    Optional<Match> match(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return Optional.empty();
        }
        String trimmed =
                path.length() > 1 && path.endsWith("/")
                        ? path.substring(0, path.length() - 1)
                        : path;
        Place exact = plain.get(trimmed);
        return exact != null ? Optional.of(new Match(exact, Map.of())) : matchGapped(trimmed);
    }

    private Optional<Match> matchGapped(String path) {
        List<String> segments = PathTemplate.segmentsOf(path);
        for (Place place : gapped) {
            Optional<Map<String, String>> values = place.template.match(segments);
            if (values.isPresent()) {
                return Optional.of(new Match(place, values.get()));
            }
        }
        return Optional.empty();
    }

    /** One template with what it answers to. */
    private record Place(PathTemplate template, Map<Method, Route> routes) {}

    /** A path that leads somewhere. */
    record Match(Place place, Map<String, String> values) {
        Optional<Route> route(Method method) {
            return Optional.ofNullable(place.routes.get(method));
        }

        /** As in {@code Allow}. */
        List<String> allowed() {
            List<String> names = new ArrayList<>();
            place.routes.keySet().forEach(method -> names.add(method.name()));
            if (names.contains("GET")) {
                names.add("HEAD");
            }
            names.add("OPTIONS");
            return names;
        }
    }
}

package dev.posthorn.server.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with named gaps, such as {@code /events/{id}}. */
final class PathTemplate {
    private final List<String> segments;

    PathTemplate(String template) {
        this.segments = segmentsOf(template);
    }

    boolean plain() {
        return segments.stream().noneMatch(PathTemplate::isGap);
    }

    /** What stands in the gaps; empty when the path is another one. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String wanted = segments.get(i);
            if (isGap(wanted)) {
                values.put(wanted.substring(1, wanted.length() - 1), path.get(i));
            } else if (!wanted.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    static List<String> segmentsOf(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static boolean isGap(String segment) {
        return segment.startsWith("{");
    }
}

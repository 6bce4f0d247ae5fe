package dev.posthorn.cli.endtoend;

import java.util.Optional;

/**
 * An event as it stands in a file.
 *
 * @param entityId as JSON: a number or a string in quotes; also {@code data.id}
 * @param data as JSON on one line
 */
record SampleEvent(String type, String entityId, String data) {
    String line() {
        return "{\"type\":\"" + type + "\",\"entity_id\":" + entityId + ",\"data\":" + data + "}\n";
    }

    /** What a receiver of this profile must find of the data: {@code profiles.md}. */
    Optional<String> dataFor(String profile) {
        boolean deleted = type.endsWith(".deleted");
        return switch (profile) {
            case "eventinsight" -> deleted ? Optional.empty() : Optional.of(data);
            case "fastcomments" -> Optional.of(deleted ? "{\"id\":" + entityId + "}" : data);
            default -> Optional.of(data);
        };
    }
}

package dev.posthorn.cli.openapi;

import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the request bodies of a document are: the events' data, or an envelope around it. */
public enum BodyShape {
    /** {@code standard} where a body has all properties of that envelope, else {@code data}. */
    AUTO,
    DATA,
    STANDARD;

    /** {@code schema} with its own references followed. */
    boolean isEnvelope(JsonNode schema) {
        return switch (this) {
            case DATA -> false;
            case STANDARD -> true;
            case AUTO ->
                    Stream.of("type", "timestamp", "data").allMatch(schema.path("properties")::has);
        };
    }

    /** As it is given on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

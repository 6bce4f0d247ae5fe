package dev.posthorn.core.profile.own;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A text with places to fill, such as {@code t={timestamp},v1={signature}}: read once, filled for
 * every request. There is no way to write a brace that is not a place's.
 */
public final class Template {
    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** What can stand in braces. */
    public enum Place {
        ID,
        TIMESTAMP,
        TYPE,
        BODY,
        SIGNATURE;

        String text() {
            return "{" + name().toLowerCase(Locale.ROOT) + "}";
        }
    }

    /** What places are filled with. */
    interface Values {
        byte[] of(Place place);
    }

    private sealed interface Part {
        record Text(byte[] bytes) implements Part {}

        record Gap(Place place) implements Part {}
    }

    /** What is wrong with a text as a template of these places, as the end of a sentence. */
    public static Optional<String> problem(String text, Set<Place> places) {
        try {
            read(text, places);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The text must have no {@link #problem}. */
    static Template of(String text) {
        return new Template(read(text, Set.of(Place.values())));
    }

    private static List<Part> read(String text, Set<Place> places) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int end = open < 0 ? text.length() : open;
            if (text.substring(at, end).indexOf('}') >= 0) {
                throw new IllegalArgumentException("has a } without its {");
            }
            if (end > at) {
                parts.add(new Part.Text(text.substring(at, end).getBytes(StandardCharsets.UTF_8)));
            }
            if (open < 0) {
                break;
            }
            Place place = place(text, open, places);
            parts.add(new Part.Gap(place));
            at = open + place.text().length();
        }
        return parts;
    }

    private static Place place(String text, int open, Set<Place> places) {
        for (Place place : Place.values()) {
            if (places.contains(place) && text.startsWith(place.text(), open)) {
                return place;
            }
        }
        throw new IllegalArgumentException(
                "may have "
                        + String.join(", ", places.stream().sorted().map(Place::text).toList())
                        + " in braces and nothing else");
    }

    boolean has(Place place) {
        return parts.stream().anyMatch(part -> part.equals(new Part.Gap(place)));
    }

    /** The filled parts, in order. */
    byte[][] bytes(Values values) {
        byte[][] filled = new byte[parts.size()][];
        for (int i = 0; i < filled.length; i++) {
            filled[i] =
                    switch (parts.get(i)) {
                        case Part.Text(byte[] bytes) -> bytes;
                        case Part.Gap(Place place) -> values.of(place);
                    };
        }
        return filled;
    }

    String text(Values values) {
        StringBuilder text = new StringBuilder();
        for (byte[] part : bytes(values)) {
            text.append(new String(part, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}

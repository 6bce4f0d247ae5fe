package dev.posthorn.core.profile.own;

import dev.posthorn.core.profile.own.Template.Place;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What must hold of a profile of the operator's own whatever its headers are called. */
public final class OwnProfileRules {
    /** More than a receiver of another system looks at. */
    public static final int MAX_HEADERS = 16;

    /** Characters of a name; it stands in the settings of every endpoint that uses it. */
    public static final int MAX_NAME = 64;

    private static final Set<Place> IN_HEADERS = EnumSet.of(Place.ID, Place.TIMESTAMP, Place.TYPE);
    private static final Set<Place> IN_VALUE =
            EnumSet.of(Place.ID, Place.TIMESTAMP, Place.TYPE, Place.SIGNATURE);
    private static final Set<Place> IN_CONTENT =
            EnumSet.of(Place.ID, Place.TIMESTAMP, Place.TYPE, Place.BODY);

    private OwnProfileRules() {}

    /** Lower-case letters, digits and inner hyphens, beginning with a letter. */
    public static boolean isName(String name) {
        return name.length() <= MAX_NAME && name.matches("[a-z]([a-z0-9-]*[a-z0-9])?");
    }

    /** What is wrong, by field; empty when nothing is. */
    public static Map<String, String> problems(OwnProfile profile) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (profile.headers().size() > MAX_HEADERS) {
            problems.put("headers", "may be at most " + MAX_HEADERS);
        }
        profile.headers()
                .forEach((name, value) ->
                        Template.problem(value, IN_HEADERS)
                                .ifPresent(it -> problems.put("headers." + name, it)));
        twice(profile, problems);
        signature(profile.signature(), problems);
        return problems;
    }

    private static void twice(OwnProfile profile, Map<String, String> problems) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        if (profile.signature() != null) {
            seen.add(profile.signature().header());
        }
        for (String name : profile.headers().keySet()) {
            if (!seen.add(name)) {
                problems.put("headers." + name, "is there twice");
            }
        }
    }

    private static void signature(@Nullable OwnSignature signature, Map<String, String> problems) {
        if (signature == null) {
            return;
        }
        template("signature.value", signature.value(), IN_VALUE, Place.SIGNATURE, problems);
        template("signature.content", signature.content(), IN_CONTENT, Place.BODY, problems);
    }

    private static void template(
            String field,
            String text,
            Set<Place> places,
            Place needed,
            Map<String, String> problems) {
        Template.problem(text, places)
                .ifPresentOrElse(
                        problem -> problems.put(field, problem),
                        () -> {
                            if (!Template.of(text).has(needed)) {
                                problems.put(field, "must have " + needed.text());
                            }
                        });
    }
}

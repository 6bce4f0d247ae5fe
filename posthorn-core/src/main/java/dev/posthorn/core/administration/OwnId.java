package dev.posthorn.core.administration;

import java.util.regex.Pattern;

/** The rule for ids that callers give their own things ({@code uid}). */
public final class OwnId {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,256}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private OwnId() {}

    public static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    /** A UUID is left to ids of ours, so that the two can stand in the same place. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches() && !isUuid(text);
    }
}

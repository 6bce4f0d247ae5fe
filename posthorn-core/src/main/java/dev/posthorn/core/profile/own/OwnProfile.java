package dev.posthorn.core.profile.own;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A profile as the operator wrote it, for receivers that already check a signature of theirs.
 *
 * @param headers values by name, in the order sent; values are {@link Template}s
 * @param signature null for none beside that of Standard Webhooks
 */
public record OwnProfile(
        Method method, Body body, Map<String, String> headers, @Nullable OwnSignature signature) {
    public OwnProfile {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** How it is sent. */
    public enum Method {
        POST,
        PUT
    }

    /** What is sent. */
    public enum Body {
        /** The data as published. */
        DATA,
        /** As the profile {@code standard} has it: type, timestamp and data. */
        STANDARD,
        /** As the profile {@code ricloud} has it: the event with its data inside. */
        EVENT
    }
}

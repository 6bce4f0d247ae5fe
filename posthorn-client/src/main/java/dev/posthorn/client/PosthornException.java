package dev.posthorn.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server refused a call, failed, or could not be reached.
 *
 * <p>{@code error} is a code to act on in a program, such as {@code invalid-parameter} (see the
 * server's API), the message a sentence for a person, {@code params} what is wrong by field.
 */
public final class PosthornException extends RuntimeException {
    /** {@link #error()} when no answer came. */
    public static final String UNREACHABLE = "unreachable";

    /** Of HTTP, 0 when no answer came. */
    private final int status;

    /** Code for programs. */
    private final String error;

    /** Sentences by field. */
    private final Map<String, String> params;

    PosthornException(int status, String error, String message, Map<String, String> params) {
        super(message);
        this.status = status;
        this.error = error;
        this.params = Map.copyOf(params);
    }

    private PosthornException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = 0;
        this.error = UNREACHABLE;
        this.params = Map.of();
    }

    static PosthornException unreachable(String message, @Nullable Throwable cause) {
        return new PosthornException(message, cause);
    }

    /**
     * The HTTP status, 0 when no answer came.
     *
     * @return such as 404
     */
    public int status() {
        return status;
    }

    /**
     * A code to act on in a program, such as {@code invalid-parameter}.
     *
     * @return as the API writes it
     */
    public String error() {
        return error;
    }

    /**
     * What is wrong, by field, such as {@code events[3].type}; empty when no field is to blame.
     *
     * @return sentences by field; empty when no field is to blame
     */
    public Map<String, String> params() {
        return params;
    }
}

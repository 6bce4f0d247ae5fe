package dev.posthorn.server.http;

/**
 * One line of the route table: what is asked for, by whom, and what answers.
 *
 * @param template a path such as {@code /events/{id}}
 * @param maxBodyBytes above it the request is refused with 413 before it is read
 */
public record Route(Method method, String template, Access access, int maxBodyBytes, Work work) {
    /** Descriptions of resources are small; only events come in bulk. */
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    /** Who does the work: a virtual thread that may block, or the loop itself. */
    public sealed interface Work {
        record Blocking(Handler handler) implements Work {}

        record OnLoop(LoopHandler handler) implements Work {}

        /** On the loop too; its answer has no end of its own. */
        record Streaming(StreamHandler handler) implements Work {}
    }

    public static Route get(String template, Access access, Handler handler) {
        return blocking(Method.GET, template, access, handler);
    }

    public static Route post(String template, Access access, Handler handler) {
        return blocking(Method.POST, template, access, handler);
    }

    public static Route put(String template, Access access, Handler handler) {
        return blocking(Method.PUT, template, access, handler);
    }

    public static Route delete(String template, Access access, Handler handler) {
        return blocking(Method.DELETE, template, access, handler);
    }

    public static Route stream(String template, Access access, StreamHandler handler) {
        return new Route(Method.GET, template, access, MAX_BODY_BYTES, new Work.Streaming(handler));
    }

    private static Route blocking(Method method, String template, Access access, Handler handler) {
        return new Route(method, template, access, MAX_BODY_BYTES, new Work.Blocking(handler));
    }
}

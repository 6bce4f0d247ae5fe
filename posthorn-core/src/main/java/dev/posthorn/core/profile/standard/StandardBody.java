package dev.posthorn.core.profile.standard;

import dev.posthorn.core.event.Event;
import dev.posthorn.core.wire.JsonBytes;

/** {@code {"type":…,"timestamp":…,"data":…}}, where the timestamp is the event's. */
public final class StandardBody {
    private static final String TYPE = "{\"type\":\"";
    private static final String TIMESTAMP = "\",\"timestamp\":";
    private static final String DATA = ",\"data\":";
    private static final String END = "}";
    private static final int FIXED =
            (TYPE + TIMESTAMP + DATA + END).length() + JsonBytes.TIME_BYTES;

    private StandardBody() {}

    public static byte[] of(Event event) {
        String slug = event.type().slug();
        byte[] data = event.data().bytes();
        return new JsonBytes(FIXED + slug.length() + data.length)
                .raw(TYPE)
                .raw(slug)
                .raw(TIMESTAMP)
                .time(event.createdMs())
                .raw(DATA)
                .raw(data)
                .raw(END)
                .bytes();
    }
}

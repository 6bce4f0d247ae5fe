package dev.posthorn.core.profile.ricloud;

import dev.posthorn.core.event.Event;
import dev.posthorn.core.wire.JsonBytes;

/** The event resource as it stands while it is being delivered: pending, no date of delivery. */
public final class RicloudBody {
    private static final String ID = "{\"id\":\"";
    private static final String TYPE = "\",\"resource\":\"event\",\"type\":\"";
    private static final String ACTION = "\",\"action\":\"";
    private static final String DATA = "\",\"data\":";
    private static final String RETRIES = ",\"state\":\"pending\",\"retries\":";
    private static final String CREATED = ",\"date_created\":";
    private static final String END = ",\"date_delivered\":null}";
    private static final int FIXED =
            (ID + TYPE + ACTION + DATA + RETRIES + CREATED + END).length() + JsonBytes.TIME_BYTES;

    private RicloudBody() {}

    /** {@code id}: of the event as text. {@code retries}: attempts made before this one. */
    public static byte[] of(Event event, String id, int retries) {
        byte[] data = event.data().bytes();
        String entity = event.type().entity();
        String action = event.type().action();
        String made = Integer.toString(retries);
        int texts = id.length() + entity.length() + action.length() + made.length();
        return new JsonBytes(FIXED + texts + data.length)
                .raw(ID)
                .raw(id)
                .raw(TYPE)
                .raw(entity)
                .raw(ACTION)
                .raw(action)
                .raw(DATA)
                .raw(data)
                .raw(RETRIES)
                .raw(made)
                .raw(CREATED)
                .time(event.createdMs())
                .raw(END)
                .bytes();
    }
}

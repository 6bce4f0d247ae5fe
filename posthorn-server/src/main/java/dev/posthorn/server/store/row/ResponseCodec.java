package dev.posthorn.server.store.row;

import dev.posthorn.core.attempt.Response;
import org.jspecify.annotations.Nullable;

/** An answer: 0 for none, 1 for a whole one, 2 for one cut off; status, headers, body. */
final class ResponseCodec {
    private static final int NONE = 0;
    private static final int WHOLE = 1;
    private static final int TRUNCATED = 2;

    private ResponseCodec() {}

    static void write(@Nullable Response response, BlobWriter blob) {
        if (response == null) {
            blob.number(NONE);
            return;
        }
        blob.number(response.truncated() ? TRUNCATED : WHOLE);
        blob.number(response.status());
        writeHeaders(response.headers(), blob);
        blob.bytes(response.body());
    }

    static @Nullable Response read(BlobReader blob) {
        int kind = blob.count();
        if (kind == NONE) {
            return null;
        }
        return new Response(blob.count(), readHeaders(blob), blob.bytes(), kind == TRUNCATED);
    }

    static void writeHeaders(String[] namesAndValues, BlobWriter blob) {
        blob.number(namesAndValues.length);
        for (String part : namesAndValues) {
            blob.text(part);
        }
    }

    static String[] readHeaders(BlobReader blob) {
        String[] namesAndValues = new String[blob.count()];
        for (int i = 0; i < namesAndValues.length; i++) {
            namesAndValues[i] = blob.requiredText();
        }
        return namesAndValues;
    }
}

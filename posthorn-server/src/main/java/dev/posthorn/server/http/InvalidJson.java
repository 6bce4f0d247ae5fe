package dev.posthorn.server.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** Says where a body stops being the JSON we take. */
public final class InvalidJson {
    private InvalidJson() {}

    public static RefusedException at(JacksonException cause) {
        TokenStreamLocation place = cause.getLocation();
        String where =
                place == null
                        ? ""
                        : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return refused(
                cause instanceof StreamConstraintsException
                        ? "The JSON is nested too deeply, or a name in it is too long" + where + "."
                        : "The body is not valid JSON" + where + ".");
    }

    public static RefusedException notUtf8(byte[] body, int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            column++;
            if (body[i] == '\n') {
                line++;
                column = 1;
            }
        }
        return refused("The body is not UTF-8 (line " + line + ", column " + column + ").");
    }

    public static RefusedException refused(String message) {
        return new RefusedException(ApiError.of(ErrorCode.INVALID_BODY, message));
    }
}

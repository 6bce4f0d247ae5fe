package dev.posthorn.server.dashboard.visit;

import dev.posthorn.server.dashboard.words.Words;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;

/** Why there is no page, as a page. */
public record Refusal(String title, String message) {
    static Refusal of(ApiError error, Words words) {
        return error.code() == ErrorCode.NOT_FOUND
                ? new Refusal(words.say("error.not-found"), words.say("error.not-found.why"))
                : new Refusal(words.say("error.refused"), error.message());
    }
}

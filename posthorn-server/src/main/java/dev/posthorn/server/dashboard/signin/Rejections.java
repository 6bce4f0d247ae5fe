package dev.posthorn.server.dashboard.signin;

import dev.posthorn.core.user.UserRejection;
import dev.posthorn.server.dashboard.words.Words;
import java.util.Map;

/** Why a user was not made or changed, beside the field it is about. */
public final class Rejections {
    private Rejections() {}

    /** The sentence by field; {@code form} for what is about no field. */
    public static Map<String, String> byField(UserRejection why, Words words) {
        return switch (why) {
            case UserRejection.NotAnEmail() -> Map.of("email", words.say("user.not-an-email"));
            case UserRejection.EmailTaken() -> Map.of("email", words.say("user.email-taken"));
            case UserRejection.BadName() -> Map.of("name", words.say("user.bad-name"));
            case UserRejection.BadPassword(int least, int most) ->
                    Map.of("password", words.say("user.bad-password", least, most));
            case UserRejection.LinkGone() -> Map.of("form", words.say("link.gone"));
            case UserRejection.NoSuchUser() -> Map.of("form", words.say("error.not-found"));
            case UserRejection.TooMany(int most) ->
                    Map.of("form", words.say("user.too-many", most));
            case UserRejection.LastOperator() -> Map.of("form", words.say("user.last-operator"));
        };
    }
}

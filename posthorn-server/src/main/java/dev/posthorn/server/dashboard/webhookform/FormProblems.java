package dev.posthorn.server.dashboard.webhookform;

import dev.posthorn.core.administration.EndpointRejection;
import dev.posthorn.server.dashboard.words.Words;
import java.util.Locale;
import java.util.Map;

/** What is wrong with a form, in sentences beside its fields. */
final class FormProblems {
    private FormProblems() {}

    /** A problem that follows its field's name in the API stands alone here; sentences stay. */
    static String sentence(String problem) {
        String text = problem.strip();
        return text.endsWith(".")
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    static Map<String, String> of(EndpointRejection why, Words words) {
        return switch (why) {
            case EndpointRejection.NoSuchEndpoint(), EndpointRejection.NoSuchOrganisation() ->
                    Map.of("form", words.say("error.not-found"));
            case EndpointRejection.NoSuchProfile(String name) ->
                    Map.of("profile", words.say("webhook.problem.profile", name));
            case EndpointRejection.BadAuth(String problem) -> Map.of("headers", sentence(problem));
            case EndpointRejection.BadSecret(String problem) ->
                    Map.of("form", words.say("webhook.problem.secret", problem));
            case EndpointRejection.TooManyOldSecrets _ ->
                    Map.of("form", words.say("webhook.problem.old-secrets"));
            case EndpointRejection.UidTaken(String uid) ->
                    Map.of("form", words.say("webhook.problem.uid", uid));
            case EndpointRejection.TooMany(int most) ->
                    Map.of("form", words.say("webhook.problem.too-many", most));
        };
    }
}

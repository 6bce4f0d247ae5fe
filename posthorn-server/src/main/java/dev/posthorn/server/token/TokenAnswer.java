package dev.posthorn.server.token;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.server.token.TokenReading.NoToken;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a token server answered, which may be anything. Of its words only an error code that
 * looks like one gets into a message: the rest may hold a token.
 */
final class TokenAnswer {
    /** Tokens go into a header, of which receivers take 8 KiB in all. */
    private static final int MAX_TOKEN = 6 * 1024;

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1," + MAX_TOKEN + "}");
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

    private static final JsonMapper JSON = JsonMapper.shared();

    private TokenAnswer() {}

    static TokenReading read(Exchange exchange, String tokenUrl) {
        String server = "The token server " + authority(tokenUrl);
        return switch (exchange.outcome()) {
            case Delivered(int status) -> granted(exchange.response(), server, status);
            case Rejected(int status, _) ->
                    none(server + " answered " + status + code(exchange.response()) + ".");
            case TimedOut(Duration after) ->
                    none(server + " did not answer within " + after.toMillis() + " ms.");
            case Unreachable(_, String message) -> none("No token could be had: " + message);
            case Blocked(String message) ->
                    new NoToken(new Blocked("The token URL is not allowed: " + message));
        };
    }

    private static TokenReading granted(@Nullable Response response, String server, int status) {
        JsonNode json = json(response);
        if (json == null) {
            return none(server + " answered " + status + " without a JSON object.");
        }
        String token = json.path("access_token").stringValue("");
        if (!TOKEN.matcher(token).matches()) {
            return none(server + " answered " + status + " without a usable access_token.");
        }
        if (!json.path("token_type").stringValue("Bearer").equalsIgnoreCase("Bearer")) {
            return none(server + " gave a token that is no bearer token.");
        }
        return new Token(new Secret(token), life(json.path("expires_in")));
    }

    /** Some servers send it as text. */
    private static int life(JsonNode seconds) {
        long life = seconds.asLong(Token.USUAL_LIFE_S);
        return Math.clamp(life, 0, Token.MOST_LIFE_S);
    }

    private static String code(@Nullable Response response) {
        JsonNode json = json(response);
        String code = json == null ? "" : json.path("error").stringValue("");
        return ERROR_CODE.matcher(code).matches() ? " (" + code + ")" : "";
    }

    private static @Nullable JsonNode json(@Nullable Response response) {
        if (response == null || response.truncated()) {
            return null;
        }
        try {
            JsonNode json = JSON.readTree(response.body());
            return json.isObject() ? json : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static TokenReading none(String message) {
        AttemptOutcome outcome = new Unreachable(Fault.NO_TOKEN, message);
        return new NoToken(outcome);
    }

    /** Host and port, without what else is in the URL. */
    private static String authority(String url) {
        int start = url.indexOf("://") + 3;
        int end = start;
        while (end < url.length() && "/?".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(start, end);
    }
}

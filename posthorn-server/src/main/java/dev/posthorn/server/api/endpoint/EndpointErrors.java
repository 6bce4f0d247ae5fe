package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.administration.EndpointRejection;
import dev.posthorn.core.administration.EndpointRejection.BadAuth;
import dev.posthorn.core.administration.EndpointRejection.BadSecret;
import dev.posthorn.core.administration.EndpointRejection.NoSuchEndpoint;
import dev.posthorn.core.administration.EndpointRejection.NoSuchOrganisation;
import dev.posthorn.core.administration.EndpointRejection.NoSuchProfile;
import dev.posthorn.core.administration.EndpointRejection.TooMany;
import dev.posthorn.core.administration.EndpointRejection.TooManyOldSecrets;
import dev.posthorn.core.administration.EndpointRejection.UidTaken;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import java.time.Instant;

/** Says why an endpoint was not made or changed. */
public final class EndpointErrors {
    private EndpointErrors() {}

    public static ApiError of(EndpointRejection why) {
        return switch (why) {
            case NoSuchEndpoint(), NoSuchOrganisation() -> ApiError.notFound();
            case NoSuchProfile(String name) ->
                    ApiError.invalid("profile", "there is none called " + name);
            case BadAuth(String problem) -> ApiError.invalid("auth", problem);
            case BadSecret(String problem) -> ApiError.invalid("secret", problem);
            case TooManyOldSecrets(int most, long freeAtMs) ->
                    ApiError.of(
                            ErrorCode.CONFLICT,
                            "%d old secrets still sign beside the one in use; the first of them ends at %s."
                                    .formatted(most, Instant.ofEpochMilli(freeAtMs)));
            case UidTaken(String uid) ->
                    ApiError.of(
                            ErrorCode.CONFLICT, "There is an endpoint with the uid " + uid + ".");
            case TooMany(int most) ->
                    ApiError.of(
                            ErrorCode.CONFLICT,
                            "An organisation may have at most " + most + " endpoints.");
        };
    }
}

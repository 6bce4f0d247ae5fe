package dev.posthorn.core.administration;

import dev.posthorn.core.endpoint.EndpointSettings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants changed about an endpoint. Null leaves a part as it is.
 *
 * @param settings from those in force to those wanted
 */
public record EndpointUpdate(
        UnaryOperator<EndpointSettings> settings,
        @Nullable String uid,
        @Nullable String secret,
        @Nullable Wish state) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "EndpointUpdate[" + uid + ", " + state + "]";
    }

    /** The states an owner may ask for. */
    public enum Wish {
        /** Tested again, whatever it was. */
        NEW,
        /** Valid without a test, on the operator's word. */
        TRUSTED,
        DEACTIVATED
    }

    public static EndpointUpdate deactivate() {
        return new EndpointUpdate(UnaryOperator.identity(), null, null, Wish.DEACTIVATED);
    }
}

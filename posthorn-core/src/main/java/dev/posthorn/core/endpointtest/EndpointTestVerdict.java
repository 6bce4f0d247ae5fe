package dev.posthorn.core.endpointtest;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.TestRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a test means for the endpoint it was made with.
 *
 * @param reason for a person, why it is so; null when there is nothing to say
 */
public record EndpointTestVerdict(
        EndpointState state, boolean verified, @Nullable String reason, TestRecord found) {

    /** Whether it still holds: nothing was changed meanwhile that the test depended on. */
    public boolean appliesTo(Endpoint current, Endpoint tested) {
        return current.state() != EndpointState.DEACTIVATED
                && current.state() == tested.state()
                && current.settings().url().equals(tested.settings().url())
                && current.settings().profile().equals(tested.settings().profile())
                && current.secrets().current().equals(tested.secrets().current())
                && Objects.equals(current.secrets().ed25519(), tested.secrets().ed25519());
    }
}

package dev.posthorn.core.administration;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.endpointtest.Resubscription;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint before and after an update, and what follows from the difference.
 *
 * @param startsTest whether something a test depends on changed, or a test was asked for
 */
record EndpointRevision(Endpoint before, Endpoint after, boolean startsTest) {
    static final String DEACTIVATED = "endpoint-deactivated";

    static EndpointRevision of(
            Endpoint before,
            EndpointUpdate wanted,
            SecretMaker maker,
            EndpointRules rules,
            long nowMs) {
        EndpointSettings settings = wanted.settings().apply(before.settings());
        EndpointSecrets secrets = maker.replaced(before.secrets(), wanted.secret(), settings);
        boolean again =
                wanted.state() == EndpointUpdate.Wish.NEW
                        || !secrets.current().equals(before.secrets().current())
                        || !Objects.equals(secrets.ed25519(), before.secrets().ed25519())
                        || dependsOn(before.settings(), settings);
        Endpoint after = before;
        if (wanted.uid() != null && !wanted.uid().equals(before.uid())) {
            after = after.withUid(wanted.uid(), nowMs);
        }
        if (!settings.equals(before.settings())) {
            after = after.withSettings(settings, nowMs);
        }
        if (!secrets.equals(before.secrets())) {
            after = after.withSecrets(secrets, nowMs);
        }
        after =
                again
                        ? after.withTests(false, TestRecord.NONE)
                        : resubscribed(before, after, rules);
        return new EndpointRevision(
                before,
                inState(after, wanted.state(), again, nowMs),
                again && (wanted.state() == null || wanted.state() == EndpointUpdate.Wish.NEW));
    }

    /** What a test's verdict rests on. */
    private static boolean dependsOn(EndpointSettings before, EndpointSettings after) {
        return !before.url().equals(after.url())
                || !before.profile().equals(after.profile())
                || !before.headers().equals(after.headers())
                || !Objects.equals(before.auth(), after.auth())
                || !before.options().equals(after.options());
    }

    private static Endpoint resubscribed(Endpoint before, Endpoint after, EndpointRules rules) {
        boolean same =
                Objects.equals(before.settings().eventTypes(), after.settings().eventTypes());
        return same
                ? after
                : rules.profile(after).map(p -> Resubscription.of(after, p)).orElse(after);
    }

    /** Nothing but its owner's word brings a deactivated endpoint back. */
    private static Endpoint inState(
            Endpoint endpoint, EndpointUpdate.@Nullable Wish wish, boolean again, long nowMs) {
        if (wish == EndpointUpdate.Wish.DEACTIVATED) {
            return endpoint.state() == EndpointState.DEACTIVATED
                    ? endpoint
                    : endpoint.withState(EndpointState.DEACTIVATED, null, nowMs);
        }
        if (wish == EndpointUpdate.Wish.TRUSTED) {
            return again || endpoint.state() != EndpointState.VALID
                    ? endpoint.withState(EndpointState.VALID, Endpoint.NOT_TESTED, nowMs)
                    : endpoint;
        }
        boolean stays = endpoint.state() == EndpointState.DEACTIVATED && wish == null;
        return again && !stays ? endpoint.withState(EndpointState.NEW, null, nowMs) : endpoint;
    }

    /** The rows to write; none when nothing changed. */
    List<Change> changes(long nowMs) {
        List<Change> changes = new ArrayList<>();
        if (!after.equals(before)) {
            changes.add(new Change.EndpointChange(after));
        }
        if (after.state() == EndpointState.DEACTIVATED && before.state() != after.state()) {
            changes.add(new Change.CancelPending(after, DEACTIVATED, nowMs));
        }
        if (after.settings().ordering() != before.settings().ordering()) {
            changes.add(new Change.Reorder(after));
        }
        return changes;
    }
}

package dev.posthorn.core.administration;

import dev.posthorn.core.profile.own.OwnProfileVersion;

/** What came of a change to the operator's own profiles. */
public sealed interface OwnProfileResult {
    /** Durable and in force. {@code made}: there was none of this name before. */
    record Done(OwnProfileVersion version, boolean made) implements OwnProfileResult {}

    /** Nothing was changed. */
    record Refused(OwnProfileRejection why) implements OwnProfileResult {}
}

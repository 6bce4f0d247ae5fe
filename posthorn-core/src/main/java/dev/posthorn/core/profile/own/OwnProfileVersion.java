package dev.posthorn.core.profile.own;

/**
 * One state of a profile of the operator's own. All are kept: attempts made with an earlier one are
 * rendered again with that.
 *
 * @param version from 1, counts up with every change
 * @param removed there is no such profile after this
 * @param sinceMs when it came into force, milliseconds since 1970
 */
public record OwnProfileVersion(
        String name, int version, OwnProfile definition, boolean removed, long sinceMs) {
    public OwnProfileVersion removed(long nowMs) {
        return new OwnProfileVersion(name, version + 1, definition, true, nowMs);
    }

    public OwnProfileVersion changed(OwnProfile wanted, long nowMs) {
        return new OwnProfileVersion(name, version + 1, wanted, false, nowMs);
    }
}

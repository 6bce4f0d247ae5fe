package dev.posthorn.core.profile.builtin;

import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.cloudevents.CloudEventsProfile;
import dev.posthorn.core.profile.eventinsight.EventInsightProfile;
import dev.posthorn.core.profile.fastcomments.FastCommentsProfile;
import dev.posthorn.core.profile.ricloud.RicloudProfile;
import dev.posthorn.core.profile.standard.StandardProfile;
import dev.posthorn.core.profile.svix.SvixProfile;
import java.util.List;

/** The registry: a further wire contract is one line here. */
public final class BuiltInProfiles {
    private static final List<Profile> ALL =
            List.of(
                    new RicloudProfile(),
                    new EventInsightProfile(),
                    new FastCommentsProfile(),
                    new StandardProfile(),
                    new CloudEventsProfile(),
                    new SvixProfile());

    private BuiltInProfiles() {}

    public static Profiles profiles() {
        return new Profiles(ALL);
    }

    /** With the operator's own beside them. */
    public static Profiles with(Profiles.Own own) {
        return new Profiles(ALL, own);
    }
}

package dev.posthorn.core.endpointtest;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.endpoint.TestRecord.TypeTest;
import dev.posthorn.core.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is left of an endpoint's results per type when it chose other types. */
public final class Resubscription {
    private Resubscription() {}

    /**
     * Results of types it no longer wants are forgotten; with a new type, which has none yet, it is
     * not verified any more.
     */
    public static Endpoint of(Endpoint changed, Profile profile) {
        List<String> types = profile.testedTypes(changed);
        Map<String, TypeTest> kept = new HashMap<>(changed.tests().types());
        kept.keySet().retainAll(types);
        return changed.withTests(
                changed.verified() && kept.size() == types.size(),
                new TestRecord(kept, changed.tests().allowedPerMinute()));
    }
}

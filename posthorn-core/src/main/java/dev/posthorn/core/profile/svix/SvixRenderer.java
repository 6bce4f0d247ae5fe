package dev.posthorn.core.profile.svix;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.request.RequestFrame;

/** Nothing but the data: its type, if the receiver needs it, is in there already. */
final class SvixRenderer implements RequestRenderer {
    private final RequestFrame frame;
    private final PublicIds ids;
    private final String url;

    SvixRenderer(Endpoint endpoint, SenderIdentity identity) {
        this.frame = RequestFrame.signedTwice(endpoint, identity, "svix-");
        this.ids = identity.ids();
        this.url = endpoint.settings().url();
    }

    @Override
    public OutgoingRequest render(Event event, AttemptContext attempt) {
        return frame.request(
                "POST", url, ids.text(event.id().seq()), attempt, event.data().bytes());
    }
}

package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.administration.Erasure;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.server.api.log.DeliveryDesk;
import dev.posthorn.server.api.replay.ReplayDesk;

/** What a desk needs to publish, send again and take back. */
public record Sending(
        DeliveryDesk deliveries,
        ReplayDesk replays,
        Erasure erasure,
        HandPublishing publishing,
        Sequence sequence) {}

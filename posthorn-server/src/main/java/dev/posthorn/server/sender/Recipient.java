package dev.posthorn.server.sender;

import dev.posthorn.server.egress.Refusal;

/** Who a URL belongs to: an origin we send to, or nobody we may. */
sealed interface Recipient permits Origin, Recipient.NotAllowed {
    record NotAllowed(Refusal refusal) implements Recipient {}
}

package dev.posthorn.core.profile;

import dev.posthorn.core.id.PublicIds;

/**
 * Who the sender says it is.
 *
 * @param userAgent value of {@code User-Agent}
 * @param origin host name for {@code WebHook-Request-Origin}
 * @param ids makes the text of event and organisation ids
 */
public record SenderIdentity(String userAgent, String origin, PublicIds ids) {}

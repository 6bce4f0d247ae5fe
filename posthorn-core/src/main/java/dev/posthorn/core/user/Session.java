package dev.posthorn.core.user;

import java.time.Duration;

/**
 * Somebody signed in. The token itself is only in their browser.
 *
 * @param tokenHash SHA-256 of the token, lower-case hexadecimal
 * @param seenMs when it was last used, give or take {@link #TOUCH}
 * @param endsMs when it ends however much it is used
 */
public record Session(String tokenHash, Holder holder, long createdMs, long seenMs, long endsMs) {
    /** A working week: people keep a console open and look at it now and then. */
    public static final Duration LIFE = Duration.ofDays(7);

    /** A day without a look means somebody left. */
    public static final Duration IDLE = Duration.ofHours(24);

    /** Portals are opened from a product that can make another link at any time. */
    public static final Duration PORTAL_LIFE = Duration.ofHours(12);

    public static final Duration PORTAL_IDLE = Duration.ofHours(2);

    /**
     * Being used is written down this often: a write per page view would cost more than it says.
     */
    static final Duration TOUCH = Duration.ofMinutes(5);

    /** Who is signed in. */
    public sealed interface Holder {
        record OfUser(UserId id) implements Holder {}

        record OfPortal(PortalPass pass) implements Holder {}
    }

    static Session opened(String tokenHash, Holder holder, long nowMs) {
        Duration life =
                switch (holder) {
                    case Holder.OfUser _ -> LIFE;
                    case Holder.OfPortal _ -> PORTAL_LIFE;
                };
        return new Session(tokenHash, holder, nowMs, nowMs, nowMs + life.toMillis());
    }

    boolean openAt(long nowMs) {
        return nowMs < endsMs && nowMs < seenMs + idle().toMillis();
    }

    boolean wantsTouch(long nowMs) {
        return nowMs - seenMs >= TOUCH.toMillis();
    }

    Session seen(long nowMs) {
        return new Session(tokenHash, holder, createdMs, nowMs, endsMs);
    }

    private Duration idle() {
        return switch (holder) {
            case Holder.OfUser _ -> IDLE;
            case Holder.OfPortal _ -> PORTAL_IDLE;
        };
    }
}

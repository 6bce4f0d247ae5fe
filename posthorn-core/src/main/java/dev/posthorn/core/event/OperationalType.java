package dev.posthorn.core.event;

import java.util.Arrays;
import java.util.List;

/**
 * What Posthorn tells an organisation about its own endpoints. These types are reserved, with
 * everything under {@code webhook_config}: a receiver must be able to tell whose word it reads.
 * Other types under {@code delivery} are a publisher's own.
 */
public enum OperationalType {
    VALID("webhook_config.valid"),
    INVALID("webhook_config.invalid"),
    DEACTIVATED("webhook_config.deactivated"),
    /** Nothing but failures for an hour. */
    FAILING("webhook_config.failing"),
    /** A delivery has no attempt left. */
    DELIVERY_FAILED("delivery.failed"),
    /** A delivery arrived that had failed before, or the first after one that failed for good. */
    DELIVERY_RECOVERED("delivery.recovered");

    private static final String CONFIG = "webhook_config";
    private static final String BELOW_CONFIG = CONFIG + ".";

    private static final List<String> DELIVERY_SLUGS =
            Arrays.stream(values())
                    .map(OperationalType::slug)
                    .filter(slug -> slug.startsWith("delivery."))
                    .toList();

    private final String slug;

    OperationalType(String slug) {
        this.slug = slug;
    }

    public EventType type() {
        return new EventType(slug);
    }

    public String slug() {
        return slug;
    }

    /** Whether only Posthorn itself makes events of this type. */
    public static boolean isReserved(EventType type) {
        String slug = type.slug();
        return slug.equals(CONFIG)
                || slug.startsWith(BELOW_CONFIG)
                || DELIVERY_SLUGS.contains(slug);
    }
}

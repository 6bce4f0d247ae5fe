package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.administration.EndpointUpdate.Wish;
import dev.posthorn.core.administration.OwnId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.routing.Subscription;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.resource.SecretHeaders;
import dev.posthorn.server.egress.HeaderPolicy;
import dev.posthorn.server.egress.Refusal;
import dev.posthorn.server.egress.UrlPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a body says about an endpoint. */
public final class EndpointBody {
    private static final int MAX_URL = 2048;
    private static final int MAX_NAME = 256;
    private static final int MAX_DESCRIPTION = 2000;
    private static final int MAX_UID = 256;
    private static final int MAX_SECRET = 256;
    private static final int MAX_TYPES = 500;
    private static final int MAX_TYPE = 128;
    private static final int MAX_CHANNELS = 100;
    private static final int MAX_CHANNEL = 128;
    private static final int MAX_METADATA = 50;
    private static final int MAX_METADATA_VALUE = 500;
    private static final double MAX_RATE = 100_000;
    private static final int MAX_IN_FLIGHT = 10_000;

    /** Below it no receiver far away can answer; above it slow ones would hold every slot. */
    private static final int MIN_TIMEOUT_MS = 100;

    private static final int MAX_TIMEOUT_MS = 60_000;

    static final String UID_RULE = "must be 1 to 256 of A-Za-z0-9._- and not look like a UUID";

    private static final Map<String, Ordering> ORDERINGS =
            Map.of("none", Ordering.NONE, "fifo", Ordering.FIFO, "entity", Ordering.ENTITY);
    private static final Map<String, Wish> STATES =
            Map.of("new", Wish.NEW, "deactivated", Wish.DEACTIVATED);

    /** Those of its own organisation an endpoint hears by subscribing to them. */
    private static final Map<String, Boolean> OPERATIONAL = Map.of("all", true);

    private final UrlPolicy urls;
    private final InstantSource clock;

    EndpointBody(UrlPolicy urls, InstantSource clock) {
        this.urls = urls;
        this.clock = clock;
    }

    /** {@code before}: what is in force, or what a new endpoint starts with. */
    EndpointWishes read(BodyFields body, EndpointSettings before) {
        EndpointWishes wishes = new EndpointWishes();
        identity(body, wishes);
        words(body, wishes);
        headers(body, before.headers(), wishes);
        AuthBody.read(body, urls, clock.instant(), before.auth(), wishes);
        sending(body, before.profile(), wishes);
        body.unsupported("filter");
        return wishes;
    }

    /** What is sent, in which shape, how fast: all but what it is called and where it is. */
    public static void sending(BodyFields body, String profile, EndpointWishes wishes) {
        String[] named = {profile};
        body.text(
                "profile",
                MAX_NAME,
                name -> {
                    named[0] = name;
                    wishes.setting(draft -> draft.profile(name));
                });
        body.object("options", options -> wishes.setting(OptionsBody.read(options, named[0])));
        subscription(body, wishes);
        pace(body, wishes);
    }

    private void identity(BodyFields body, EndpointWishes wishes) {
        body.text("url", MAX_URL, url -> url(body, url, wishes));
        body.text("uid", MAX_UID, uid -> uid(body, uid, wishes));
        body.text("secret", MAX_SECRET, secret -> wishes.secret = secret);
        body.text("organisation", MAX_UID, named -> wishes.organisation = named);
        body.word("state", STATES, state -> wishes.state = state);
        if (body.isNull("operational")) {
            wishes.setting(draft -> draft.operational(false));
        }
        body.word(
                "operational",
                OPERATIONAL,
                all -> {
                    wishes.operational = true;
                    wishes.setting(draft -> draft.operational(all));
                });
        body.flag("test", tested -> wishes.tested = tested);
    }

    private void url(BodyFields body, String url, EndpointWishes wishes) {
        urls.check(url)
                .ifPresentOrElse(
                        refusal -> body.problem("url", refusal.message()),
                        () -> wishes.setting(draft -> draft.url(url)));
    }

    private static void uid(BodyFields body, String uid, EndpointWishes wishes) {
        if (OwnId.isOne(uid)) {
            wishes.uid = uid;
        } else {
            body.problem("uid", UID_RULE);
        }
    }

    private static void words(BodyFields body, EndpointWishes wishes) {
        body.textOrNull("name", MAX_NAME, name -> wishes.setting(draft -> draft.name(name)));
        body.textOrNull(
                "description",
                MAX_DESCRIPTION,
                text -> wishes.setting(draft -> draft.description(text)));
        body.textMap(
                "metadata",
                MAX_METADATA,
                MAX_METADATA_VALUE,
                metadata -> wishes.setting(draft -> draft.metadata(metadata)));
    }

    private static void headers(
            BodyFields body, Map<String, String> before, EndpointWishes wishes) {
        body.textMap(
                "headers",
                HeaderPolicy.MAX_HEADERS,
                HeaderPolicy.MAX_VALUE_BYTES,
                given -> {
                    Map<String, String> headers = unmasked(given, before);
                    HeaderPolicy.checkAll(headers)
                            .map(Refusal::message)
                            .or(() -> masked(headers))
                            .ifPresentOrElse(
                                    problem -> body.problem("headers", problem),
                                    () -> wishes.setting(draft -> draft.headers(headers)));
                });
    }

    /** A secret that is given as it is shown stays as it was. */
    private static Map<String, String> unmasked(
            Map<String, String> given, Map<String, String> before) {
        Map<String, String> headers = new LinkedHashMap<>(given);
        headers.replaceAll(
                (name, value) -> isMasked(name, value) ? before.getOrDefault(name, value) : value);
        return headers;
    }

    private static boolean isMasked(String name, String value) {
        return value.equals(SecretHeaders.MASK) && SecretHeaders.isSecret(name);
    }

    private static Optional<String> masked(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> isMasked(header.getKey(), header.getValue()))
                .findFirst()
                .map(header ->
                        "The value of the header "
                                + header.getKey()
                                + " is shown masked: give the value itself.");
    }

    private static void subscription(BodyFields body, EndpointWishes wishes) {
        if (body.isNull("event_types")) {
            wishes.setting(draft -> draft.eventTypes(null));
        }
        body.texts("event_types", MAX_TYPES, MAX_TYPE, types -> types(body, types, wishes));
        body.texts(
                "channels",
                MAX_CHANNELS,
                MAX_CHANNEL,
                channels -> wishes.setting(draft -> draft.channels(channels)));
    }

    private static void types(BodyFields body, List<String> types, EndpointWishes wishes) {
        types.stream()
                .filter(type -> !Subscription.isPattern(type))
                .findFirst()
                .ifPresentOrElse(
                        type ->
                                body.problem(
                                        "event_types",
                                        "\""
                                                + type
                                                + "\" is no event type: user.updated, user.*"
                                                + " or *"),
                        () -> wishes.setting(draft -> draft.eventTypes(types)));
    }

    private static void pace(BodyFields body, EndpointWishes wishes) {
        RetryBody.read(body, wishes);
        if (body.isNull("rate_limit")) {
            wishes.setting(draft -> draft.ratePerSecond(null));
        }
        body.decimal(
                "rate_limit", MAX_RATE, rate -> wishes.setting(draft -> draft.ratePerSecond(rate)));
        if (body.isNull("max_in_flight")) {
            wishes.setting(draft -> draft.maxInFlight(null));
        }
        body.integer(
                "max_in_flight",
                1,
                MAX_IN_FLIGHT,
                most -> wishes.setting(draft -> draft.maxInFlight((int) most)));
        if (body.isNull("timeout_ms")) {
            wishes.setting(draft -> draft.timeout(null));
        }
        body.integer(
                "timeout_ms",
                MIN_TIMEOUT_MS,
                MAX_TIMEOUT_MS,
                ms -> wishes.setting(draft -> draft.timeout(Duration.ofMillis(ms))));
        body.word("ordering", ORDERINGS, order -> wishes.setting(draft -> draft.ordering(order)));
        body.flag("paused", paused -> wishes.setting(draft -> draft.paused(paused)));
    }
}

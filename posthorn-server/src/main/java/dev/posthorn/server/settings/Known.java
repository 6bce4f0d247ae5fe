package dev.posthorn.server.settings;

import static dev.posthorn.server.settings.Kinds.ADDRESS;
import static dev.posthorn.server.settings.Kinds.DISK;
import static dev.posthorn.server.settings.Kinds.LINE;
import static dev.posthorn.server.settings.Kinds.ORIGINS;
import static dev.posthorn.server.settings.Kinds.PATH;
import static dev.posthorn.server.settings.Kinds.PORTS;
import static dev.posthorn.server.settings.Kinds.PROXY;
import static dev.posthorn.server.settings.Kinds.RANGES;
import static dev.posthorn.server.settings.Kinds.RATE;
import static dev.posthorn.server.settings.Kinds.SECRET;
import static dev.posthorn.server.settings.Kinds.SWITCH;
import static dev.posthorn.server.settings.Kinds.URL;
import static dev.posthorn.server.settings.Kinds.count;
import static dev.posthorn.server.settings.Kinds.durationFrom;
import static dev.posthorn.server.settings.Kinds.oneOf;
import static dev.posthorn.server.settings.Kinds.sizeBetween;
import static dev.posthorn.server.settings.Setting.optional;
import static dev.posthorn.server.settings.Setting.secret;
import static dev.posthorn.server.settings.Setting.setting;

import dev.posthorn.core.retention.AttemptBodies;
import dev.posthorn.server.egress.Cidr;
import dev.posthorn.server.egress.EgressProxy;
import dev.posthorn.server.egress.PortRanges;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings there are. Flags, variables, lines of the file, {@code --print-config} and the
 * documented table all come from here.
 */
public final class Known {
    private Known() {}

    public static final Setting<ListenAddress> LISTEN =
            setting(
                    "listen",
                    ADDRESS,
                    "127.0.0.1:8080",
                    "where the API listens; port 0 is any free one");

    public static final Setting<Path> DATA =
            setting(
                    "data",
                    PATH,
                    "./posthorn-data",
                    "folder of the database and of generated keys");

    public static final Setting<String> ADMIN_TOKEN =
            secret("admin-token", SECRET, "generated in data", "token of the operator");

    public static final Setting<Path> ADMIN_TOKEN_FILE =
            optional("admin-token-file", PATH, "none", "file to read admin-token from");

    public static final Setting<String> MASTER_KEY =
            secret("master-key", SECRET, "generated in data", "encrypts secrets at rest");

    public static final Setting<Path> MASTER_KEY_FILE =
            optional("master-key-file", PATH, "none", "file to read master-key from");

    public static final Setting<URI> PUBLIC_URL =
            optional("public-url", URL, "from listen", "URL under which people reach this server");

    public static final Setting<List<Cidr>> EGRESS_ALLOW =
            new Setting<>(
                    "egress-allow",
                    RANGES,
                    "",
                    "none",
                    false,
                    "private address ranges that may receive, such as 127.0.0.0/8");

    public static final Setting<PortRanges> EGRESS_PORTS =
            new Setting<>(
                    "egress-ports",
                    PORTS,
                    PortRanges.DEFAULT.toString(),
                    "80,443,1024-65535 less ports of databases, mail and administration",
                    false,
                    "ports that may receive; !PORT refuses one, * allows any");

    public static final Setting<Boolean> HTTPS_ONLY =
            setting("https-only", SWITCH, "false", "whether endpoints need an https URL");

    public static final Setting<EgressProxy> EGRESS_PROXY =
            new Setting<>(
                    "egress-proxy",
                    PROXY,
                    null,
                    "none",
                    true,
                    "proxy to receivers: http://user:password@host:port or socks5://…");

    public static final Setting<Duration> DELIVERY_TIMEOUT =
            setting(
                    "delivery-timeout",
                    durationFrom("100ms").where(t -> t.toMinutes() < 5, "less than 5m"),
                    "15s",
                    "whole exchange with a receiver, body included");

    public static final Setting<Integer> MAX_IN_FLIGHT =
            optional(
                    "max-in-flight",
                    count(1, 100_000),
                    "by heap (max heap / 128 KiB, at most 20,000)",
                    "requests to receivers at once");

    public static final Setting<Integer> MAX_IN_FLIGHT_PER_ENDPOINT =
            setting(
                    "max-in-flight-per-endpoint",
                    count(1, 100_000),
                    "1024",
                    "requests to one endpoint at once");

    public static final Setting<String> DEFAULT_PROFILE =
            setting(
                    "default-profile",
                    oneOf(
                            List.of(
                                    "ricloud",
                                    "eventinsight",
                                    "fastcomments",
                                    "standard",
                                    "cloudevents",
                                    "svix")),
                    "ricloud",
                    "profile of new organisations");

    public static final Setting<Boolean> REQUIRE_ORGANISATION =
            setting(
                    "require-organisation",
                    SWITCH,
                    "false",
                    "whether operators and publishers must name an organisation");

    public static final Setting<Duration> IDEMPOTENCY_WINDOW =
            setting(
                    "idempotency-window",
                    durationFrom("1m"),
                    "7d",
                    "how long a repeated idempotency key answers with the first event");

    public static final Setting<Duration> RETENTION =
            setting("retention", durationFrom("1m"), "30d", "how long settled events are kept");

    public static final Setting<Duration> ATTEMPT_RETENTION =
            setting("attempt-retention", durationFrom("1m"), "30d", "how long attempts are kept");

    public static final Setting<Long> RETENTION_SIZE =
            optional(
                    "retention-size",
                    sizeBetween("16MiB", "1024TiB"),
                    "no limit",
                    "size of the database above which the oldest settled events go");

    public static final Setting<AttemptBodies> ATTEMPT_BODIES =
            setting(
                    "attempt-bodies",
                    Kinds.ATTEMPT_BODIES,
                    "all",
                    "of which attempts the answer's headers and body are kept");

    public static final Setting<DiskReserve> MIN_FREE_DISK =
            setting(
                    "min-free-disk",
                    DISK,
                    "1GiB,5%",
                    "free disk below which publishing gets 503; the greater of both counts");

    public static final Setting<Integer> MAX_PENDING_PER_ENDPOINT =
            setting(
                    "max-pending-per-endpoint",
                    count(1, 999_999_999),
                    "2000000",
                    "pending deliveries beyond which an endpoint misses events");

    public static final Setting<Duration> DISABLE_AFTER =
            setting(
                    "disable-after",
                    durationFrom("1h"),
                    "5d",
                    "nothing but failures for so long makes an endpoint invalid");

    public static final Setting<Long> MAX_EVENT_SIZE =
            setting(
                    "max-event-size",
                    sizeBetween("1KiB", "16MiB"),
                    "1MiB",
                    "largest event accepted");

    public static final Setting<Integer> MAX_BATCH =
            setting("max-batch", count(1, 10_000), "1000", "most events in one request");

    public static final Setting<CallRate> RATE_LIMIT_API =
            setting(
                    "rate-limit-api",
                    RATE,
                    "off",
                    "calls of one key in a second, minute or hour, such as 100/s");

    public static final Setting<String> USER_AGENT =
            optional("user-agent", LINE, "Posthorn/<version>", "User-Agent of requests");

    public static final Setting<List<String>> PORTAL_ORIGINS =
            new Setting<>(
                    "portal-origins",
                    ORIGINS,
                    "",
                    "none",
                    false,
                    "whose pages may hold a portal, such as https://app.example.com");

    public static final Setting<LogFormat> LOG_FORMAT =
            setting("log-format", Kinds.LOG_FORMAT, "text", "how the log is written");

    /** In the order in which they are documented. */
    public static final List<Setting<?>> ALL =
            List.of(
                    LISTEN,
                    DATA,
                    ADMIN_TOKEN,
                    ADMIN_TOKEN_FILE,
                    MASTER_KEY,
                    MASTER_KEY_FILE,
                    PUBLIC_URL,
                    EGRESS_ALLOW,
                    EGRESS_PORTS,
                    HTTPS_ONLY,
                    EGRESS_PROXY,
                    DELIVERY_TIMEOUT,
                    MAX_IN_FLIGHT,
                    MAX_IN_FLIGHT_PER_ENDPOINT,
                    DEFAULT_PROFILE,
                    REQUIRE_ORGANISATION,
                    IDEMPOTENCY_WINDOW,
                    RETENTION,
                    ATTEMPT_RETENTION,
                    RETENTION_SIZE,
                    ATTEMPT_BODIES,
                    MIN_FREE_DISK,
                    MAX_PENDING_PER_ENDPOINT,
                    MAX_EVENT_SIZE,
                    MAX_BATCH,
                    DISABLE_AFTER,
                    RATE_LIMIT_API,
                    USER_AGENT,
                    PORTAL_ORIGINS,
                    LOG_FORMAT);

    /** Settings of the contract that this version does not have; setting one stops the start. */
    private static final List<String> NOT_BUILT_YET =
            List.of(
                    "database-url",
                    "database-schema",
                    "management-listen",
                    "trusted-proxies",
                    "tls-certificate",
                    "tls-key",
                    "otlp-endpoint");

    public static List<String> notBuiltYet() {
        return NOT_BUILT_YET;
    }

    public static Optional<Setting<?>> byName(String name) {
        for (Setting<?> setting : ALL) {
            if (setting.name().equals(name)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}

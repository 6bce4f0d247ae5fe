package dev.posthorn.server.settings;

import dev.posthorn.core.retention.AttemptBodies;
import dev.posthorn.server.egress.Cidr;
import dev.posthorn.server.egress.EgressProxy;
import dev.posthorn.server.egress.InvalidEgressText;
import dev.posthorn.server.egress.PortRanges;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of values settings have. */
final class Kinds {
    private static final int SHORTEST_SECRET = 16;

    private Kinds() {}

    static final Kind<ListenAddress> ADDRESS = new Kind<>("HOST:PORT", ListenAddress::parse);
    static final Kind<Path> PATH = new Kind<>("PATH", Path::of);
    static final Kind<Duration> DURATION = new Kind<>("DURATION", Durations::parse);
    static final Kind<Long> SIZE = new Kind<>("SIZE", Sizes::parse);
    static final Kind<DiskReserve> DISK = new Kind<>("SIZE,PERCENT", DiskReserve::parse);
    static final Kind<List<Cidr>> RANGES = new Kind<>("CIDRS", Kinds::ranges);
    static final Kind<PortRanges> PORTS = new Kind<>("PORTS", Kinds::ports);
    static final Kind<EgressProxy> PROXY = new Kind<>("URL", Kinds::proxy);
    static final Kind<CallRate> RATE = new Kind<>("off|COUNT/s|m|h", CallRate::parse);
    static final Kind<Boolean> SWITCH = new Kind<>("true|false", Kinds::trueOrFalse);
    static final Kind<URI> URL = new Kind<>("URL", Kinds::url);
    static final Kind<List<String>> ORIGINS = new Kind<>("URLS", Kinds::origins);

    /** One line of visible text, as it goes into a header. */
    static final Kind<String> LINE =
            new Kind<>("TEXT", String::strip)
                    .where(text -> text.matches("[\\x20-\\x7e]+"), "printable ASCII");

    /** Long enough that nobody guesses it. */
    static final Kind<String> SECRET =
            new Kind<>("TEXT", String::strip)
                    .where(
                            text -> text.matches("[\\x21-\\x7e]{" + SHORTEST_SECRET + ",256}"),
                            "16 to 256 printable ASCII characters without spaces");

    static final Kind<AttemptBodies> ATTEMPT_BODIES = oneOf(AttemptBodies.class);
    static final Kind<LogFormat> LOG_FORMAT = oneOf(LogFormat.class);

    static Kind<Integer> count(int least, int most) {
        return new Kind<>("COUNT", Kinds::integer)
                .where(n -> n >= least && n <= most, "from " + least + " to " + most);
    }

    static Kind<Duration> durationFrom(String least) {
        return DURATION.where(
                given -> given.compareTo(known(DURATION, least)) >= 0, "at least " + least);
    }

    static Kind<Long> sizeBetween(String least, String most) {
        return SIZE.where(
                given -> given >= known(SIZE, least) && given <= known(SIZE, most),
                "from " + least + " to " + most);
    }

    static Kind<String> oneOf(List<String> words) {
        return new Kind<>(String.join("|", words), String::strip)
                .where(words::contains, "one of " + String.join(", ", words));
    }

    private static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList();
        Kind<String> word = oneOf(words);
        return new Kind<>(
                word.form(), text -> Enum.valueOf(type, word.parse(text).toUpperCase(Locale.ROOT)));
    }

    /** A text of ours that is right by construction. */
    static <T> T known(Kind<T> kind, String text) {
        try {
            return kind.parse(text);
        } catch (NotAValue e) {
            throw new IllegalStateException("not a value: " + text, e);
        }
    }

    private static int integer(String text) throws NotAValue {
        if (!text.strip().matches("\\d{1,9}")) {
            throw new NotAValue("must be a number");
        }
        return Integer.parseInt(text.strip());
    }

    private static boolean trueOrFalse(String text) throws NotAValue {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NotAValue("must be true or false");
        };
    }

    private static List<Cidr> ranges(String text) throws NotAValue {
        var ranges = new ArrayList<Cidr>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            ranges.add(range(part.strip()));
        }
        return List.copyOf(ranges);
    }

    private static Cidr range(String text) throws NotAValue {
        try {
            return Cidr.parse(text);
        } catch (InvalidEgressText e) {
            throw new NotAValue("must be address ranges such as 127.0.0.0/8: " + e.getMessage());
        }
    }

    private static PortRanges ports(String text) throws NotAValue {
        try {
            return PortRanges.parse(text.strip());
        } catch (InvalidEgressText e) {
            throw new NotAValue("must be ports such as 80,1024-65535,!6379: " + e.getMessage());
        }
    }

    private static EgressProxy proxy(String text) throws NotAValue {
        try {
            return EgressProxy.parse(text.strip());
        } catch (InvalidEgressText e) {
            throw new NotAValue(
                    "must be a proxy such as http://proxy.example.com:3128: " + e.getMessage());
        }
    }

    /** Origins as browsers write them: no path, no slash at the end. */
    private static List<String> origins(String text) throws NotAValue {
        var origins = new ArrayList<String>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            URI url = url(part.strip());
            if (!url.toString().equals(url.getScheme() + "://" + url.getRawAuthority())) {
                throw new NotAValue("must be origins such as https://app.example.com");
            }
            origins.add(url.toString());
        }
        return List.copyOf(origins);
    }

    private static URI url(String text) throws NotAValue {
        try {
            URI url = URI.create(text.strip());
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // Not even a URI: the same answer.
        }
        throw new NotAValue("must be a URL, such as https://webhooks.example.com");
    }
}

package dev.posthorn.server.egress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Ports that may be connected to, as written in {@code egress-ports}: single ports, ranges, and
 * {@code !} before what is taken out, wherever it stands. {@code *} is every port.
 */
public final class PortRanges {
    private static final int LAST = 65535;

    /** Above 1023 too, what answers on these is a database, a queue, a mail or an admin service. */
    private static final String BUILT_IN =
            "80,443,1024-65535,"
                    + "!1080,!1433-1434,!1521,!1723,!1883,!2049,!2181,!2375-2380,!2525,!3128,!3260,"
                    + "!3306,!3389,!4190,!4369,!5060-5061,!5432,!5601,!5671-5672,!5900-5903,!5984-5986,"
                    + "!6000-6010,!6379-6380,!6443,!6660-6669,!7000-7001,!7199,!7474,!7687,!8086,!8300-8302,"
                    + "!8500,!8600,!9042,!9092,!9100,!9160,!9200,!9300,!10250,!10255,!11211,!15672,"
                    + "!26257,!26379,!27017-27019,!28015";

    /** What holds when nothing is set. */
    public static final PortRanges DEFAULT = parse(BUILT_IN);

    public static final PortRanges ANY = parse("*");

    private final String text;
    private final BitSet ports;

    private PortRanges(String text, BitSet ports) {
        this.text = text;
        this.ports = ports;
    }

    /**
     * Reads the setting's text.
     *
     * @throws InvalidEgressText when a part is no port, range or exclusion, or nothing is left
     */
    public static PortRanges parse(String text) {
        BitSet ports = new BitSet(LAST + 1);
        List<String> takenOut = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String trimmed = part.strip();
            if (trimmed.startsWith("!")) {
                takenOut.add(trimmed.substring(1));
            } else {
                set(ports, trimmed, true);
            }
        }
        takenOut.forEach(part -> set(ports, part, false));
        if (ports.isEmpty()) {
            throw new InvalidEgressText("\"" + text + "\" leaves no port");
        }
        return new PortRanges(text, ports);
    }

    public boolean contains(int port) {
        return ports.get(port);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortRanges that && ports.equals(that.ports);
    }

    @Override
    public int hashCode() {
        return ports.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }

    private static void set(BitSet ports, String part, boolean in) {
        if (part.equals("*")) {
            ports.set(1, LAST + 1, in);
            return;
        }
        int dash = part.indexOf('-');
        int first = port(part, dash < 0 ? part : part.substring(0, dash));
        int last = dash < 0 ? first : port(part, part.substring(dash + 1));
        if (last < first) {
            throw new InvalidEgressText("\"" + part + "\" ends before it begins");
        }
        ports.set(first, last + 1, in);
    }

    private static int port(String part, String digits) {
        return Decimal.parse(digits, 1, LAST)
                .orElseThrow(() ->
                        new InvalidEgressText(
                                "\"" + part + "\" is no port: write 443, 1024-65535, !6379 or *"));
    }
}

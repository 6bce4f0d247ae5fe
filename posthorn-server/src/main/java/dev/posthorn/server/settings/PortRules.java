package dev.posthorn.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which ports requests may go to: those in a range of {@code allowed} and in none of {@code
 * refused}.
 */
public record PortRules(List<Range> allowed, List<Range> refused) {
    private static final Pattern FORM = Pattern.compile("(!?)(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final int LARGEST_PORT = 65_535;
    private static final Range ALL = new Range(1, LARGEST_PORT);

    /** Web ports and everything unprivileged, less {@link #REFUSED_BY_DEFAULT}. */
    static final String STANDARD = "80,443,1024-65535";

    /**
     * Databases, queues, caches, mail and administration: services that act on what they are sent
     * and that no receiver runs behind. In the order of their numbers: SOCKS, MSSQL, Oracle,
     * Docker, ZooKeeper, etcd, SMTP, MySQL, RDP, PostgreSQL, AMQP, VNC, CouchDB, WinRM, X11, Redis,
     * Kubernetes, Neo4j, InfluxDB, Consul, Cassandra, Kafka, Elasticsearch, kubelet, memcached,
     * MongoDB.
     */
    static final String REFUSED_BY_DEFAULT =
            "!1080,!1433,!1521,!2375-2376,!2181,!2379-2380,!2525,!3306,!3389,!5432,!5671-5672,"
                    + "!5900-5901,!5984-5986,!6000-6063,!6379,!6443,!7687,!8086,!8500,!9042,!9092,"
                    + "!9200,!9300,!10250,!10255,!11211,!27017-27019";

    public PortRules {
        allowed = List.copyOf(allowed);
        refused = List.copyOf(refused);
    }

    /** Both ends included. */
    public record Range(int from, int to) {
        boolean has(int port) {
            return port >= from && port <= to;
        }
    }

    /** {@code 80,443,1024-65535,!6379}; {@code *} for any port. */
    static PortRules parse(String text) throws NotAValue {
        var allowed = new ArrayList<Range>();
        var refused = new ArrayList<Range>();
        for (String part : text.split(",", -1)) {
            String rule = part.strip();
            if (rule.equals("*")) {
                allowed.add(ALL);
            } else {
                (rule.startsWith("!") ? refused : allowed).add(range(rule));
            }
        }
        return new PortRules(allowed, refused);
    }

    private static Range range(String rule) throws NotAValue {
        Matcher matcher = FORM.matcher(rule);
        if (matcher.matches()) {
            int from = Integer.parseInt(matcher.group(2));
            int to = matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
            if (from >= 1 && from <= to && to <= LARGEST_PORT) {
                return new Range(from, to);
            }
        }
        throw new NotAValue("must be ports and ranges, such as 443,1024-65535,!6379, or * for any");
    }

    public boolean allows(int port) {
        return allowed.stream().anyMatch(range -> range.has(port))
                && refused.stream().noneMatch(range -> range.has(port));
    }
}

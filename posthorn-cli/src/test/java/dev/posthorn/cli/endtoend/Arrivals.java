package dev.posthorn.cli.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.posthorn.cli.receiver.Verdict;
import dev.posthorn.cli.receiver.Visit;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** What arrived at one receiver: a digest of each event's data, never the data itself. */
final class Arrivals implements Consumer<Visit> {
    private final String profile;
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    Arrivals(String profile) {
        this.profile = profile;
    }

    @Override
    public void accept(Visit visit) {
        String id = visit.arrival().id();
        if (!(visit.verdict() instanceof Verdict.Genuine)) {
            complaints.add(id + " did not verify: " + visit.verdict());
        } else if (digests.put(id, digest(data(visit.request().body()))) != null) {
            complaints.add(id + " came more than once");
        }
    }

    private Optional<byte[]> data(byte[] body) {
        return switch (profile) {
            case "fastcomments", "svix" -> Optional.of(body);
            case "eventinsight" -> JsonSpan.of(body, "result");
            default -> JsonSpan.of(body, "data");
        };
    }

    /** The test of an endpoint is over: what came until here was that. */
    void startAnew() {
        digests.clear();
        complaints.clear();
    }

    /** Whatever is not as it should be, a sentence each; {@code expected} by event id. */
    List<String> complaints(Map<String, SampleEvent> expected) {
        var all = new ArrayList<>(complaints);
        expected.forEach((id, event) -> {
            String wanted = digest(event.dataFor(profile).map(data -> data.getBytes(UTF_8)));
            String found = digests.getOrDefault(id, "nothing");
            if (!found.equals(wanted)) {
                all.add(id + " (" + event.type() + "): " + found + ", not " + wanted);
            }
        });
        digests.keySet().stream()
                .filter(id -> !expected.containsKey(id))
                .forEach(id -> all.add(id + " was not expected"));
        return all.stream().limit(20).toList();
    }

    private static String digest(Optional<byte[]> data) {
        return data.map(bytes -> bytes.length + " bytes " + sha256(bytes)).orElse("no data");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

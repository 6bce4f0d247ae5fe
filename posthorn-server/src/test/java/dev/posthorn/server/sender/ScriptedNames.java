package dev.posthorn.server.sender;

import dev.posthorn.server.dns.NameAnswer;
import dev.posthorn.server.dns.NameAnswer.Found;
import dev.posthorn.server.dns.NameAnswer.NotFound;
import dev.posthorn.server.dns.NameLookup;
import dev.posthorn.server.egress.IpLiteral;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Name servers whose answers are set, one after the other; the last one stays. */
public final class ScriptedNames implements NameLookup {
    private final Map<String, Deque<NameAnswer>> answers = new HashMap<>();
    private final AtomicInteger queries = new AtomicInteger();

    /** The next answer for the name, to be kept for no time at all. */
    public synchronized ScriptedNames answer(String name, String... addresses) {
        Found found =
                new Found(
                        Stream.of(addresses).map(a -> IpLiteral.parse(a).orElseThrow()).toList(),
                        Duration.ZERO);
        return answer(name, found);
    }

    public synchronized ScriptedNames answer(String name, NameAnswer answer) {
        answers.computeIfAbsent(name, _ -> new ArrayDeque<>()).add(answer);
        return this;
    }

    public int queries() {
        return queries.get();
    }

    @Override
    public synchronized void lookup(String name, Consumer<NameAnswer> answer) {
        queries.incrementAndGet();
        Deque<NameAnswer> left = answers.getOrDefault(name, new ArrayDeque<>(List.of()));
        answer.accept(
                switch (left.size()) {
                    case 0 -> new NotFound();
                    case 1 -> left.getFirst();
                    default -> left.removeFirst();
                });
    }
}

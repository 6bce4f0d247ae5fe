package dev.posthorn.server.receivers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request as its bytes came.
 *
 * @param head request line and headers, without line ends
 */
public record ReceivedRequest(List<String> head, byte[] body) {
    public ReceivedRequest {
        head = List.copyOf(head);
    }

    public String requestLine() {
        return head.getFirst();
    }

    /** The value of the first header of that name, in any case. */
    public Optional<String> header(String name) {
        String prefix = name + ":";
        return head.stream()
                .skip(1)
                .filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReceivedRequest that
                && head.equals(that.head)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * head.hashCode() + Arrays.hashCode(body);
    }
}

package dev.posthorn.verifier;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Changes one thing about a genuine request, in its body or in one of its headers. */
final class Mutation {
    private static final String CHARACTERS = "AZaz09+/=,.:; _-v1\t\u0000é😀";

    private final RandomGenerator random;

    Mutation(RandomGenerator random) {
        this.random = random;
    }

    byte[] of(byte[] body) {
        int at = random.nextInt(body.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(body, at);
            case 1 ->
                    joined(Arrays.copyOf(body, at), Arrays.copyOfRange(body, at + 1, body.length));
            case 2 ->
                    joined(
                            joined(Arrays.copyOf(body, at), new byte[] {(byte) random.nextInt()}),
                            Arrays.copyOfRange(body, at, body.length));
            default -> flipped(body, at);
        };
    }

    private byte[] flipped(byte[] body, int at) {
        byte[] flipped = body.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    /** Blanks around a value are not part of it: a change of those alone is tried again. */
    Map<String, String> of(Map<String, String> headers) {
        String name = List.copyOf(headers.keySet()).get(random.nextInt(headers.size()));
        String value = headers.getOrDefault(name, "");
        String changed = value;
        while (changed.trim().equals(value)) {
            changed = of(value);
        }
        var mutated = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        mutated.putAll(headers);
        mutated.put(name, changed);
        return mutated;
    }

    private String of(String value) {
        int at = random.nextInt(value.length());
        String behind = value.substring(at + 1);
        return switch (random.nextInt(6)) {
            case 0 -> value.substring(0, at) + behind;
            case 1 -> value.substring(0, at) + character() + behind;
            case 2 -> value.substring(0, at) + character() + value.substring(at);
            case 3 -> value.substring(0, at);
            case 4 -> value.substring(0, at) + swappedCase(value.charAt(at)) + behind;
            default -> value + value.substring(at).trim();
        };
    }

    private String character() {
        int at = random.nextInt(CHARACTERS.length());
        return CHARACTERS.substring(at, at + 1);
    }

    private static char swappedCase(char c) {
        return Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}

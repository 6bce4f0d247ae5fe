package dev.posthorn.bench.subject;

/** What the program under test says of the deliveries that have not arrived. */
public record Books(long pending, long failed, long cancelled) {
    /** Of a program that keeps none. */
    public static final Books EMPTY = new Books(0, 0, 0);
}

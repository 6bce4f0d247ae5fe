package dev.posthorn.core.administration;

/** Where secrets come from. */
@FunctionalInterface
public interface Chance {
    /** {@code count} bytes nobody can foresee, new with every call. */
    byte[] bytes(int count);
}

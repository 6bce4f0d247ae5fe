package dev.posthorn.core.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where a change comes from. Bound by the edge (such as the HTTP server) round the work for one
 * caller and read where the change is written down, so that nothing in between has to pass it on.
 *
 * @param address of the caller, null for the node itself
 */
public record Origin(Author author, @Nullable String address) {
    private static final Origin POSTHORN = new Origin(new Author.ByPosthorn(), null);
    private static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    /** Who is behind what this thread does now: the node itself unless something is bound. */
    public static Origin current() {
        return CURRENT.orElse(POSTHORN);
    }

    public boolean isPosthorn() {
        return equals(POSTHORN);
    }

    /** Does {@code work} on behalf of this origin, on this thread. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}

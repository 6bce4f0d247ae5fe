package dev.posthorn.core.log;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.id.Sequence;

/** A line of the trail that is written down. {@code seq}: its number. */
public record AuditLine(long seq, AuditEntry entry) {
    /** When it was written, milliseconds since 1970. */
    public long atMs() {
        return Sequence.millisOf(seq);
    }
}

package dev.posthorn.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditFilter;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.audit.Author;
import dev.posthorn.core.audit.FieldChange;
import dev.posthorn.core.audit.Origin;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.user.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a log promises of the audit trail. */
public interface AuditLogContract {
    AuditEntry ROTATED =
            new AuditEntry(
                    new OrganisationId(1),
                    "key.rotate",
                    new AuditTarget("key", 21, "backend"),
                    List.of(
                            new FieldChange("token", FieldChange.MASKED, FieldChange.MASKED),
                            new FieldChange("name", null, "é")),
                    new Origin(new Author.ByKey(new KeyId(20), "ops"), "127.0.0.1"));
    AuditEntry TESTED =
            new AuditEntry(
                    new OrganisationId(2),
                    "webhook_config.update",
                    AuditTarget.of("webhook_config", 30),
                    List.of(new FieldChange("state", "new", "valid")),
                    Origin.current());
    AuditEntry OPERATORS =
            new AuditEntry(
                    null,
                    "key.create",
                    AuditTarget.named("key", "x"),
                    List.of(),
                    new Origin(new Author.ByUser(new UserId(9), "Ada"), null));

    WrittenLog open();

    @Test
    default void the_trail_is_shown_whole_newest_first() {
        try (WrittenLog written = written()) {
            assertThat(found(written, AuditFilter.ALL)).containsExactly(OPERATORS, TESTED, ROTATED);
        }
    }

    @Test
    default void the_trail_is_filtered() {
        try (WrittenLog written = written()) {
            var organisation = new AuditFilter(new OrganisationId(1), null, null, null);
            var actor = new AuditFilter(null, 20L, null, null);
            var action = new AuditFilter(null, null, "webhook_config.update", null);
            var target = new AuditFilter(null, null, null, 30L);
            assertThat(found(written, organisation)).containsExactly(ROTATED);
            assertThat(found(written, actor)).containsExactly(ROTATED);
            assertThat(found(written, action)).containsExactly(TESTED);
            assertThat(found(written, target)).containsExactly(TESTED);
        }
    }

    @Test
    default void the_trail_is_shown_by_time_and_in_pages() {
        try (WrittenLog written = written()) {
            DeliveryLog log = written.log();
            Page<AuditLine> first =
                    log.audit(AuditFilter.ALL, TimeRange.ALWAYS, PageRequest.newest(2));
            assertThat(PageShape.of(first)).isEqualTo(new PageShape(true, 0, 3, false));

            long now = first.rows().getFirst().atMs();
            TimeRange later = new TimeRange(now + 1, now + 2);
            assertThat(log.audit(AuditFilter.ALL, later, PageRequest.newest(5)).rows()).isEmpty();
        }
    }

    private WrittenLog written() {
        WrittenLog written = open();
        List.of(ROTATED, TESTED, OPERATORS)
                .forEach(entry -> written.save(new Change.Audited(entry)));
        return written;
    }

    private static List<AuditEntry> found(WrittenLog written, AuditFilter filter) {
        return written.log().audit(filter, TimeRange.ALWAYS, PageRequest.newest(9)).rows().stream()
                .map(AuditLine::entry)
                .toList();
    }
}

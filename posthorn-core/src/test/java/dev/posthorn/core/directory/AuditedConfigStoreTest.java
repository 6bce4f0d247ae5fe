package dev.posthorn.core.directory;

import static dev.posthorn.core.directory.SampleConfig.key;
import static dev.posthorn.core.directory.SampleConfig.organisation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.audit.Author;
import dev.posthorn.core.audit.FieldChange;
import dev.posthorn.core.audit.Origin;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditedConfigStoreTest {
    private static final Origin OPS =
            new Origin(new Author.ByKey(new KeyId(7), "ops"), "192.0.2.1");

    private final ScriptedConfigStore written = new ScriptedConfigStore();
    private final Organisation organisation = organisation(1);
    private final Key key = key(20, "hash");
    private final Directory inForce =
            new Directory(new Snapshot(List.of(organisation), List.of(key), List.of()));
    private final AuditedConfigStore store = new AuditedConfigStore(inForce, written);

    @Test
    void notes_what_changed_in_the_same_transaction() {
        Change change = new Change.OrganisationChange(organisation.withDefaultEndpoint(9L));

        save(OPS, change);

        assertThat(written.saved)
                .containsExactly(
                        List.of(
                                change,
                                new Change.Audited(
                                        new AuditEntry(
                                                new OrganisationId(1),
                                                "organisation.update",
                                                new AuditTarget("organisation", 1, "uid-1"),
                                                List.of(
                                                        new FieldChange(
                                                                "webhook_config_default",
                                                                null,
                                                                "9")),
                                                OPS))));
    }

    @Test
    void says_of_a_secret_only_that_it_changed() {
        Change change = new Change.KeyChange(key(20, "other hash"));

        save(OPS, change);

        assertThat(written.saved)
                .containsExactly(
                        List.of(
                                change,
                                new Change.Audited(
                                        new AuditEntry(
                                                new OrganisationId(1),
                                                "key.rotate",
                                                AuditTarget.of("key", 20),
                                                List.of(new FieldChange("token", "***", "***")),
                                                OPS))));
    }

    @Test
    void notes_what_is_new() {
        save(OPS, new Change.KeyChange(key(21, "hash of 21")));

        assertThat(written.saved.getFirst())
                .last()
                .isInstanceOfSatisfying(
                        Change.Audited.class,
                        noted ->
                                assertThat(noted.entry().fields())
                                        .contains(new FieldChange("scopes", null, "publish"))
                                        .contains(new FieldChange("token", null, "***")));
    }

    @Test
    void has_nothing_to_say_of_what_stays_the_same() {
        save(OPS, new Change.KeyChange(key));

        assertThat(written.saved).containsExactly(List.of(new Change.KeyChange(key)));
    }

    @Test
    void takes_the_node_itself_for_the_author_of_what_no_caller_asked_for() {
        store.save(List.of(new Change.OrganisationChange(organisation.withDefaultEndpoint(9L))));

        assertThat(written.saved.getFirst())
                .last()
                .isInstanceOfSatisfying(
                        Change.Audited.class,
                        noted -> assertThat(noted.entry().origin().isPosthorn()).isTrue());
    }

    private void save(Origin origin, Change change) {
        origin.during(() -> {
            store.save(List.of(change));
            return change;
        });
    }
}

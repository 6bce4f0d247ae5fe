package dev.posthorn.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.audit.Author;
import dev.posthorn.core.audit.FieldChange;
import dev.posthorn.core.audit.Origin;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.user.Accounts;
import dev.posthorn.core.user.InMemoryAccountStore;
import dev.posthorn.core.user.NewUser;
import dev.posthorn.core.user.OneTimeLink.Purpose;
import dev.posthorn.core.user.OneTimeLinks;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.core.user.Role;
import dev.posthorn.core.user.Session;
import dev.posthorn.core.user.Sessions;
import dev.posthorn.core.user.User;
import dev.posthorn.core.user.UserAdministration;
import dev.posthorn.core.user.UserResult;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AuditedAccountStoreTest {
    private static final long NOW = 1_795_300_000_000L;
    private static final OrganisationId ACME = new OrganisationId(4);
    private static final Origin OPS =
            new Origin(new Author.ByKey(new KeyId(7), "ops"), "192.0.2.1");
    private static final Origin STRANGER = new Origin(new Author.ByPosthorn(), "192.0.2.9");

    private final ScriptedConfigStore written = new ScriptedConfigStore();
    private final Accounts accounts =
            new Accounts(new AuditedAccountStore(new InMemoryAccountStore(), written));
    private final UserAdministration users = new UserAdministration(accounts, new Sequence(0));
    private final OneTimeLinks links = new OneTimeLinks(accounts);
    private final Sessions sessions = new Sessions(accounts);

    private List<AuditEntry> trail() {
        return written.saved.stream()
                .flatMap(List::stream)
                .filter(Change.Audited.class::isInstance)
                .map(change -> ((Change.Audited) change).entry())
                .toList();
    }

    private static <T> T as(Origin origin, Supplier<T> work) {
        return origin.during(work::get);
    }

    private User invited() {
        NewUser wanted = new NewUser("ada@acme.example", "Ada", ACME, Role.ADMIN);
        return ((UserResult.Done) as(OPS, () -> users.invite(wanted, NOW))).user();
    }

    @Test
    void notes_who_invites_whom_and_with_a_link() {
        User ada = invited();
        as(OPS, () -> links.make("l", new Purpose.NewPassword(ada.id()), Duration.ofDays(1), NOW));

        AuditTarget target = new AuditTarget("user", ada.id().seq(), "ada@acme.example");
        List<FieldChange> fields =
                List.of(
                        new FieldChange("email", null, "ada@acme.example"),
                        new FieldChange("name", null, "Ada"),
                        new FieldChange("role", null, "admin"),
                        new FieldChange("active", null, "true"));
        assertThat(trail())
                .containsExactly(
                        new AuditEntry(ACME, "user.create", target, fields, OPS),
                        new AuditEntry(ACME, "user.link", target, List.of(), OPS));
    }

    @Test
    void names_those_who_come_in_themselves() {
        User ada = invited();
        links.make("l", new Purpose.NewPassword(ada.id()), Duration.ofDays(1), NOW);
        as(STRANGER, () -> users.password("l", "hash", NOW));
        as(STRANGER, () -> sessions.open("s", new Session.Holder.OfUser(ada.id()), NOW));

        Origin herself = new Origin(new Author.ByUser(ada.id(), "Ada"), "192.0.2.9");
        AuditTarget target = new AuditTarget("user", ada.id().seq(), "ada@acme.example");
        FieldChange password = new FieldChange("password", null, FieldChange.MASKED);
        assertThat(trail())
                .endsWith(
                        new AuditEntry(ACME, "user.update", target, List.of(password), herself),
                        new AuditEntry(ACME, "user.sign-in", target, List.of(), herself));
    }

    @Test
    void notes_a_portal_when_it_is_made_and_when_it_is_entered() {
        PortalPass pass = new PortalPass(ACME, true, null, PortalTheme.PLAIN);
        as(OPS, () -> links.make("p", new Purpose.Portal(pass), Duration.ofDays(1), NOW));
        as(STRANGER, () -> links.enter("p", "s", NOW));

        AuditTarget target = AuditTarget.of("organisation", 4);
        assertThat(trail())
                .containsExactly(
                        new AuditEntry(
                                ACME,
                                "portal.create",
                                target,
                                List.of(new FieldChange("scope", null, "manage")),
                                OPS),
                        new AuditEntry(
                                ACME,
                                "portal.sign-in",
                                target,
                                List.of(),
                                new Origin(new Author.ByPortal(), "192.0.2.9")));
    }

    @Test
    void says_nothing_of_a_session_that_is_only_used() {
        User ada = invited();
        sessions.open("s", new Session.Holder.OfUser(ada.id()), NOW);
        int before = trail().size();

        sessions.find("s", NOW + Duration.ofHours(1).toMillis());
        sessions.end("s");

        assertThat(trail()).hasSize(before);
    }
}

package dev.posthorn.core.directory;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.audit.Author;
import dev.posthorn.core.audit.Descriptions;
import dev.posthorn.core.audit.FieldChange;
import dev.posthorn.core.audit.Origin;
import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.user.AccountChange;
import dev.posthorn.core.user.AccountStore;
import dev.posthorn.core.user.OneTimeLink;
import dev.posthorn.core.user.OneTimeLink.Purpose;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.Session;
import dev.posthorn.core.user.Session.Holder;
import dev.posthorn.core.user.User;
import dev.posthorn.core.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the audit trail beside every change of people, in the same transaction: users made and
 * changed, links given out, sign-ins. {@link #load} comes before the first change; changes come one
 * after another, as {@code Accounts} makes them.
 */
public final class AuditedAccountStore implements AccountStore {
    private static final String USER = "user";

    private final AccountStore stored;
    private final ConfigStore store;
    private final Map<UserId, User> users = new HashMap<>();
    private final Set<String> sessions = new HashSet<>();

    /** {@code stored}: to load from. {@code store}: writes people and the trail at once. */
    public AuditedAccountStore(AccountStore stored, ConfigStore store) {
        this.stored = stored;
        this.store = store;
    }

    @Override
    public Stored load() {
        Stored found = stored.load();
        found.users().forEach(user -> users.put(user.id(), user));
        found.sessions().forEach(session -> sessions.add(session.tokenHash()));
        return found;
    }

    @Override
    public void save(List<AccountChange> changes) {
        List<Change> audited = new ArrayList<>();
        changes.forEach(change -> audited.add(new Change.PeopleChange(change)));
        changes.forEach(change -> entry(change).map(Change.Audited::new).ifPresent(audited::add));
        store.save(audited);
        changes.forEach(this::remember);
    }

    private void remember(AccountChange change) {
        switch (change) {
            case AccountChange.UserChange(User user) -> users.put(user.id(), user);
            case AccountChange.UserEnd(UserId user) -> users.remove(user);
            case AccountChange.SessionChange(Session session) -> sessions.add(session.tokenHash());
            case AccountChange.SessionEnd(String hash) -> sessions.remove(hash);
            case AccountChange.LinkChange _, AccountChange.LinkEnd _ -> {}
        }
    }

    private Optional<AuditEntry> entry(AccountChange change) {
        return switch (change) {
            case AccountChange.UserChange(User after) -> changed(after);
            case AccountChange.SessionChange(Session session) ->
                    sessions.contains(session.tokenHash()) ? Optional.empty() : signIn(session);
            case AccountChange.LinkChange(OneTimeLink link) -> given(link);
            case AccountChange.UserEnd _, AccountChange.SessionEnd _, AccountChange.LinkEnd _ ->
                    Optional.empty();
        };
    }

    private Optional<AuditEntry> changed(User after) {
        User before = users.get(after.id());
        List<FieldChange> fields =
                Descriptions.of(after)
                        .since(before == null ? Descriptions.NOTHING : Descriptions.of(before));
        String verb = before == null ? "create" : "update";
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new AuditEntry(
                                after.organisation(),
                                USER + "." + verb,
                                target(after),
                                fields,
                                origin(after)));
    }

    /** Who is not signed in comes with a link of their own: to be the first, or for a password. */
    private static Origin origin(User after) {
        Origin current = Origin.current();
        boolean stranger = current.author() instanceof Author.ByPosthorn && !current.isPosthorn();
        return stranger
                ? new Origin(new Author.ByUser(after.id(), after.name()), current.address())
                : current;
    }

    private static AuditTarget target(User user) {
        return new AuditTarget(USER, user.id().seq(), user.email());
    }

    /** Nobody was known before: the author is whoever came in. */
    private Optional<AuditEntry> signIn(Session session) {
        String address = Origin.current().address();
        return switch (session.holder()) {
            case Holder.OfUser(UserId id) ->
                    Optional.ofNullable(users.get(id))
                            .map(user ->
                                    new AuditEntry(
                                            user.organisation(),
                                            "user.sign-in",
                                            target(user),
                                            List.of(),
                                            new Origin(
                                                    new Author.ByUser(id, user.name()), address)));
            case Holder.OfPortal(PortalPass pass) ->
                    Optional.of(
                            new AuditEntry(
                                    pass.organisation(),
                                    "portal.sign-in",
                                    organisation(pass),
                                    List.of(),
                                    new Origin(new Author.ByPortal(), address)));
        };
    }

    private static AuditTarget organisation(PortalPass pass) {
        return AuditTarget.of("organisation", pass.organisation().seq());
    }

    private Optional<AuditEntry> given(OneTimeLink link) {
        return switch (link.purpose()) {
            case Purpose.FirstUser() -> Optional.empty();
            case Purpose.NewPassword(UserId id) ->
                    Optional.ofNullable(users.get(id))
                            .map(user ->
                                    AuditEntry.now("user.link", user.organisation(), target(user)));
            case Purpose.Portal(PortalPass pass) ->
                    Optional.of(
                            AuditEntry.now(
                                    "portal.create",
                                    pass.organisation(),
                                    organisation(pass),
                                    new FieldChange("scope", null, scope(pass))));
        };
    }

    private static String scope(PortalPass pass) {
        return pass.manages() ? "manage" : "read";
    }
}

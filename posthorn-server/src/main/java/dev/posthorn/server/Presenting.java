package dev.posthorn.server;

import dev.posthorn.core.administration.Chance;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.AccountStore;
import dev.posthorn.core.user.Accounts;
import dev.posthorn.core.user.OneTimeLink;
import dev.posthorn.core.user.OneTimeLinks;
import dev.posthorn.core.user.Passwords;
import dev.posthorn.core.user.Sessions;
import dev.posthorn.core.user.SignIn;
import dev.posthorn.core.user.UserAdministration;
import dev.posthorn.core.user.WrongPasswords;
import dev.posthorn.server.api.ApiPorts;
import dev.posthorn.server.api.caller.Tokens;
import dev.posthorn.server.api.portal.PortalLinks;
import dev.posthorn.server.dashboard.Dashboard;
import dev.posthorn.server.dashboard.desk.DeskPorts;
import dev.posthorn.server.dashboard.desk.Sending;
import dev.posthorn.server.dashboard.desk.SharedQueue;
import dev.posthorn.server.dashboard.signin.LinkPages;
import dev.posthorn.server.dashboard.visit.Installation;
import dev.posthorn.server.dashboard.visit.People;
import dev.posthorn.server.http.Route;
import dev.posthorn.server.password.Argon2Passwords;
import dev.posthorn.server.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** The dashboard with the people who use it. */
final class Presenting {
    private final Settings settings;
    private final People people;

    Presenting(Settings settings, AccountStore store, Sequence sequence, Chance chance) {
        this.settings = settings;
        Accounts accounts = new Accounts(store);
        Sessions sessions = new Sessions(accounts);
        Passwords passwords = new Argon2Passwords();
        people =
                new People(
                        accounts,
                        sessions,
                        new OneTimeLinks(accounts),
                        new UserAdministration(accounts, sequence),
                        new SignIn(accounts, sessions, passwords, new WrongPasswords()),
                        passwords,
                        chance);
    }

    /** Nobody of it can sign in any more. */
    void forget(OrganisationId organisation) {
        people.users().removeAllOf(organisation);
    }

    People people() {
        return people;
    }

    /** The dashboard's pages over what the API stands on. {@code port}: as in {@link #portals}. */
    List<Route> routes(ApiPorts api, IntSupplier port) {
        DeskPorts desk =
                new DeskPorts(
                        api.directory(),
                        api.log(),
                        api.profiles(),
                        api.identity(),
                        api.endpoints(),
                        api.keys(),
                        api.organisations(),
                        new SharedQueue(api.engine(), api.clock()),
                        new Sending(
                                api.desk(),
                                api.replays(),
                                api.erasure(),
                                api.publishing()::byHand,
                                api.sequence()),
                        api.statistics(),
                        api.missed(),
                        api.urls(),
                        api.clock());
        return Dashboard.routes(desk, people, new Installation(settings, port));
    }

    /** Links to portals. {@code port}: on which the API listens, once it does. */
    PortalLinks portals(IntSupplier port) {
        return (pass, life, nowMs) ->
                settings.reachedAt(port.getAsInt())
                        .map(base -> {
                            String token = people.token();
                            OneTimeLink.Purpose portal = new OneTimeLink.Purpose.Portal(pass);
                            people.links().make(Tokens.hash(token), portal, life, nowMs);
                            return base + LinkPages.PORTAL + token;
                        });
    }

    /** Path of a fresh link to the first user; empty when there is one. */
    Optional<String> firstLink(long nowMs) {
        if (!people.users().isEmpty()) {
            return Optional.empty();
        }
        String token = people.token();
        people.links()
                .make(
                        Tokens.hash(token),
                        new OneTimeLink.Purpose.FirstUser(),
                        OneTimeLinks.FIRST_USER,
                        nowMs);
        return Optional.of(LinkPages.FIRST + token);
    }
}

package dev.posthorn.server.dashboard.organisations;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.server.dashboard.visit.Form;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An organisation, as typed.
 *
 * @param id empty for one to be made
 * @param endpoint public id of the default webhook, empty for none
 * @param state {@code open}, {@code deactivated} or {@code blocked}
 * @param endpoints names by public id of webhooks that can be the default
 * @param problems sentences by field
 */
public record OrganisationForm(
        String id,
        String name,
        String uid,
        String profile,
        String endpoint,
        boolean paused,
        String state,
        List<String> profiles,
        Map<String, String> endpoints,
        Map<String, String> problems) {
    /** More make a list nobody chooses from: the API takes any. */
    private static final int MOST_ENDPOINTS = 200;

    public static final List<String> STATES = List.of("open", "deactivated", "blocked");

    static OrganisationForm blank(Visit visit) {
        return new OrganisationForm(
                "", "", "", "standard", "", false, "open", profiles(visit), Map.of(), Map.of());
    }

    static OrganisationForm of(Organisation one, Visit visit) {
        String uid = one.uid();
        Long endpoint = one.defaultEndpoint();
        return new OrganisationForm(
                visit.desk().ids().text(one.id().seq()),
                one.name(),
                uid == null ? "" : uid,
                one.defaultProfile(),
                endpoint == null ? "" : visit.desk().ids().text(endpoint),
                one.paused(),
                one.standing().name().toLowerCase(Locale.ROOT),
                profiles(visit),
                endpoints(one, visit),
                Map.of());
    }

    OrganisationForm typed(Form form, Map<String, String> wrong) {
        return new OrganisationForm(
                id,
                form.text("name"),
                form.text("uid"),
                form.text("profile"),
                form.text("endpoint"),
                form.has("paused"),
                form.text("state"),
                profiles,
                endpoints,
                wrong);
    }

    private static List<String> profiles(Visit visit) {
        return visit.desk().ports().profiles().all().stream().map(Profile::name).toList();
    }

    private static Map<String, String> endpoints(Organisation owner, Visit visit) {
        Map<String, String> names = new LinkedHashMap<>();
        visit.desk().ports().directory().endpoints(owner.id()).stream()
                .filter(one -> one.state() != EndpointState.DEACTIVATED && one.settings().routed())
                .sorted(Comparator.comparingLong((Endpoint one) -> one.id().seq()).reversed())
                .limit(MOST_ENDPOINTS)
                .forEach(one -> names.put(visit.desk().ids().text(one.id().seq()), shown(one)));
        Long inForce = owner.defaultEndpoint();
        if (inForce != null) {
            visit.desk()
                    .ports()
                    .directory()
                    .endpoint(new EndpointId(inForce))
                    .ifPresent(one -> names.put(visit.desk().ids().text(inForce), shown(one)));
        }
        return names;
    }

    private static String shown(Endpoint endpoint) {
        String name = endpoint.settings().name();
        return name == null ? endpoint.settings().url() : name;
    }

    public boolean isNew() {
        return id.isEmpty();
    }

    /** Empty when there is nothing wrong with it. */
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}

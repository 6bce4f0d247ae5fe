package dev.posthorn.server.dashboard.organisations;

import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.administration.OrganisationResult;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** All organisations, for operators, whichever one they look at. */
public final class OrganisationPages {
    public static final String LIST = "/ui/organisations";
    private static final String TEMPLATE = "page/organisations";

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(LIST, Need.OPERATES, OrganisationPages::list),
                PageRoute.post(LIST, Need.OPERATES, OrganisationPages::create),
                PageRoute.get(LIST + "/{id}", Need.OPERATES, OrganisationPages::form),
                PageRoute.post(LIST + "/{id}", Need.OPERATES, OrganisationPages::save));
    }

    private static Response list(Visit visit) {
        return visit.page(TEMPLATE, OrganisationList.of(visit, OrganisationForm.blank(visit)));
    }

    private static OrganisationAdministration administration(Visit visit) {
        return visit.desk().ports().organisations();
    }

    private static Response create(Visit visit) {
        TypedOrganisation typed = new TypedOrganisation(visit);
        if (!typed.problems().isEmpty()) {
            return listAgain(visit, typed.problems());
        }
        return switch (administration(visit).create(typed.made(), visit.desk().nowMs())) {
            case OrganisationResult.Done(Organisation made) ->
                    visit.to(path(made, visit), "organisation-made");
            case OrganisationResult.Refused(var why) ->
                    listAgain(visit, TypedOrganisation.byField(why, visit.words()));
        };
    }

    private static String path(Organisation one, Visit visit) {
        return LIST + "/" + visit.desk().ids().text(one.id().seq());
    }

    private static Response listAgain(Visit visit, Map<String, String> problems) {
        OrganisationForm typed = OrganisationForm.blank(visit).typed(visit.form(), problems);
        return visit.page(422, TEMPLATE, OrganisationList.of(visit, typed));
    }

    private static Organisation named(Visit visit) {
        OptionalLong seq = visit.desk().ids().seq(visit.request().value("id"));
        if (seq.isEmpty()) {
            throw new RefusedException(ApiError.notFound());
        }
        return visit.desk()
                .ports()
                .directory()
                .organisation(new OrganisationId(seq.getAsLong()))
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private static Response form(Visit visit) {
        return visit.page("page/organisation", OrganisationForm.of(named(visit), visit));
    }

    private static Response save(Visit visit) {
        Organisation organisation = named(visit);
        TypedOrganisation typed = new TypedOrganisation(visit);
        if (!typed.problems().isEmpty()) {
            return again(visit, organisation, typed.problems());
        }
        return switch (administration(visit).update(organisation.id(), typed::applied)) {
            case OrganisationResult.Done(Organisation after) ->
                    visit.to(path(after, visit), "saved");
            case OrganisationResult.Refused(var why) ->
                    again(visit, organisation, TypedOrganisation.byField(why, visit.words()));
        };
    }

    private static Response again(
            Visit visit, Organisation organisation, Map<String, String> problems) {
        OrganisationForm typed =
                OrganisationForm.of(organisation, visit).typed(visit.form(), problems);
        return visit.page(422, "page/organisation", typed);
    }
}

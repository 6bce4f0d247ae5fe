package dev.posthorn.core.administration;

import static dev.posthorn.core.administration.Office.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.administration.OrganisationResult.Done;
import dev.posthorn.core.administration.OrganisationResult.Refused;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.organisation.Organisation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationAdministrationTest {
    private final Office office = new Office();

    @Test
    void makes_an_organisation() {
        assertThat(office.owner())
                .isEqualTo(
                        new Organisation(
                                office.organisation,
                                "acme",
                                "Acme",
                                "acme",
                                "ricloud",
                                null,
                                false,
                                Organisation.Standing.OPEN,
                                NOW));
    }

    @Test
    void refuses_a_name_twice_and_profiles_there_are_not() {
        assertThat(create("other", "ricloud")).isInstanceOf(Done.class);
        assertThat(create("acme", "ricloud"))
                .isEqualTo(new Refused(new OrganisationRejection.UidTaken("acme")));
        assertThat(create(null, "nonsense"))
                .isEqualTo(new Refused(new OrganisationRejection.NoSuchProfile("nonsense")));
    }

    private OrganisationResult create(String uid, String profile) {
        return office.organisations.create(new NewOrganisation(uid, "Acme", null, profile), NOW);
    }

    @Test
    void takes_only_a_routed_endpoint_of_its_own_for_the_default() {
        Endpoint first = office.made("ricloud");
        Endpoint second = office.made("ricloud");
        assertThat(choose(office.organisation, second.id().seq())).isInstanceOf(Done.class);
        assertThat(office.owner().defaultEndpoint()).isEqualTo(second.id().seq());
        office.update(
                first, settings -> new SettingsDraft(settings).eventTypes(List.of("*")).settings());
        assertThat(choose(office.organisation, first.id().seq()))
                .isEqualTo(new Refused(new OrganisationRejection.NotRouted()));
        assertThat(choose(office.organisation, 1))
                .isEqualTo(new Refused(new OrganisationRejection.NoSuchEndpoint()));
    }

    private OrganisationResult choose(
            dev.posthorn.core.organisation.OrganisationId id, long endpoint) {
        return office.organisations.update(id, one -> one.withDefaultEndpoint(endpoint));
    }

    @ParameterizedTest
    @CsvSource({"Acme Ltd., acme-ltd", "Ärzte & Co, rzte-co", "世界, organisation"})
    void makes_a_slug_of_the_name(String name, String slug) {
        assertThat(OrganisationSlug.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({
        "acme, true",
        "A.b_c-9, true",
        "a b, false",
        "019ab1c2-0000-7000-8000-000000000000, false",
        "'', false"
    })
    void tells_an_own_id_from_one_of_ours(String text, boolean own) {
        assertThat(OwnId.isOne(text)).isEqualTo(own);
    }
}

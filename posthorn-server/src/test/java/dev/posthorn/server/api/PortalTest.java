package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.user.OneTimeLink;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.server.api.caller.Tokens;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalTest {
    private static final String ACME = "/organisations/acme/portal";

    private final ApiFixture api = new ApiFixture();

    @AfterEach
    void stop() {
        api.close();
    }

    private OneTimeLink made() {
        return api.links.find(Tokens.hash("portal-token"), ApiFixture.NOW_MS).orElseThrow();
    }

    @Test
    void makes_a_link_into_one_organisation() {
        assertThat(api.as("operator").post(ACME, "").text())
                .isEqualTo(
                        ("200 {'resource':'portal','organisation':'%s',"
                                        + "'url':'https://posthorn.example.com/ui/portal/portal-token',"
                                        + "'scope':'read','date_expires':'2026-11-22T05:29:00.000Z'}")
                                .formatted(ApiFixture.text(api.id("acme").seq())));
        PortalPass plain = new PortalPass(api.id("acme"), false, null, PortalTheme.PLAIN);
        assertThat(made())
                .isEqualTo(
                        new OneTimeLink(
                                Tokens.hash("portal-token"),
                                new OneTimeLink.Purpose.Portal(plain),
                                ApiFixture.NOW_MS,
                                ApiFixture.NOW_MS + 3_600_000));
    }

    @Test
    void makes_it_as_it_is_wished() {
        ApiCall.Answer answer =
                api.as("acme-manage")
                        .post(
                                ACME,
                                "{'scope':'manage','expires_s':60,'page':'/ui/webhooks?state=new',"
                                        + "'theme':{'mode':'dark','accent':'#3355AA',"
                                        + "'logo_url':'https://cdn.example.com:8443/l.svg?v=1',"
                                        + "'product_name':'Acme <b>Events</b>'}}");

        assertThat(answer.at("date_expires")).isEqualTo("2026-11-22T04:30:00.000Z");
        PortalTheme theme =
                new PortalTheme(
                        PortalTheme.Mode.DARK,
                        "#3355AA",
                        "https://cdn.example.com:8443/l.svg?v=1",
                        "Acme <b>Events</b>");
        assertThat(made().purpose())
                .isEqualTo(
                        new OneTimeLink.Purpose.Portal(
                                new PortalPass(
                                        api.id("acme"), true, "/ui/webhooks?state=new", theme)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'scope':'operator'|scope",
                "'expires_s':9|expires_s",
                "'expires_s':604801|expires_s",
                "'expires_s':'60'|expires_s",
                "'page':'https://evil.example/ui'|page",
                "'page':'//evil.example'|page",
                "'page':'/ui/../admin\\\\evil'|page",
                "'page':'/uix'|page",
                "'theme':'dark'|theme",
                "'theme':{'mode':'blue'}|theme.mode",
                "'theme':{'accent':'red'}|theme.accent",
                "'theme':{'accent':'#12345;}'}|theme.accent",
                "'theme':{'logo_url':'http://cdn.example.com/l.svg'}|theme.logo_url",
                "'theme':{'logo_url':'javascript:alert(1)'}|theme.logo_url",
                "'theme':{'logo_url':'https://cdn.example.com'}|theme.logo_url",
                "'theme':{'logo_url':'https://a.example; script-src */l'}|theme.logo_url",
                "'theme':{'logo_url':'https://user@a.example/l.svg'}|theme.logo_url",
                "'theme':{'product_name':'  '}|theme.product_name",
                "'theme':{'colour':'red'}|theme.colour",
                "'organisation':'other'|organisation",
            })
    void refuses_what_it_cannot_do_by_name(String field, String named) {
        assertThat(api.as("operator").post(ACME, "{" + field + "}").text())
                .startsWith("400 {'error':'invalid-parameter'")
                .contains("'params':{'" + named + "':");
    }

    @Test
    void makes_none_into_what_is_not_theirs() {
        assertThat(api.as("other-manage").post(ACME, "").status()).isEqualTo(404);
        assertThat(api.as("other-all").post(ACME, "{'scope':'x'}").status()).isEqualTo(404);
        assertThat(api.as("acme-read").post(ACME, "").status()).isEqualTo(403);
        assertThat(api.as("acme-publish").post(ACME, "").status()).isEqualTo(403);
        assertThat(api.as("publisher").post(ACME, "").status()).isEqualTo(403);
        assertThat(api.links.find(Tokens.hash("portal-token"), ApiFixture.NOW_MS)).isEmpty();
    }

    @Test
    void makes_none_into_an_organisation_that_is_closed() {
        api.as("operator").post("/organisations/acme", "{'state':'blocked'}");

        assertThat(api.as("operator").post(ACME, "").text())
                .startsWith("409 {'error':'conflict'")
                .contains("not active");
    }

    @Test
    void makes_none_that_nobody_could_follow() {
        api.reachedAt = Optional.empty();

        assertThat(api.as("operator").post(ACME, "").text())
                .startsWith("409 {'error':'conflict'")
                .contains("Set public-url");
    }

    @Test
    void is_in_the_trail() {
        api.as("acme-manage").post(ACME, "{'scope':'manage'}");

        assertThat(api.as("acme-manage").get("/audit?action=portal.create").text())
                .contains(
                        "'actor':{'type':'key',",
                        "'name':'acme-manage'}",
                        "'target':{'type':'organisation',",
                        "'changes':[{'field':'scope','before':null,'after':'manage'}]");
    }
}

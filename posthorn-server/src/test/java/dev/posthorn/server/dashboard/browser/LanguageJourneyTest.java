package dev.posthorn.server.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.posthorn.server.dashboard.words.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard speaks as the browser does, until somebody chooses another language. */
@ExtendWith(OnStage.class)
class LanguageJourneyTest {
    private static final List<String> LONG =
            List.of("guide", "overview", "webhooks", "webhooks/new", "events", "queue", "keys");

    @Test
    void begins_with_the_browsers_and_switches_at_the_door(Stage stage) {
        Page page = stage.stranger("de-AT");
        page.navigate(stage.base() + "/ui");

        assertThat(page.locator("h1").textContent()).isEqualTo("Bei Posthorn anmelden");
        On.link(page, "Español").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Entrar en Posthorn");
        page.getByLabel("Correo electrónico").fill(Stage.EMAIL);
        page.getByLabel("Contraseña").fill("no es esta");
        On.button(page, "Entrar").click();
        assertThat(page.getByText("no coinciden").textContent()).contains("4 intentos");
        page.getByLabel("Contraseña").fill(Stage.PASSWORD);
        On.button(page, "Entrar").click();
        page.waitForURL(address -> !address.contains("sign-in"));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("es");
    }

    @Test
    void is_narrow_enough_in_every_language(Stage stage) {
        String organisation = stage.api().organisation("Tours de Babel");
        stage.api().endpoint(organisation, "Babel", stage.receiver().url("/babel"));
        Page page = stage.operator(organisation);
        for (Language language : Language.values()) {
            page.navigate(stage.base() + "/ui/queue");
            On.link(page, language.ownName()).click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.tag());
            for (String place : LONG) {
                page.navigate(stage.base() + "/ui/" + place);
                assertThat(stage.chromium().isTooWideForAPhone())
                        .as(language + " " + place)
                        .isFalse();
                if (language == Language.GERMAN) {
                    stage.chromium().picture("german-" + place.replace('/', '-'));
                }
            }
        }
        assertThat(stage.chromium().complaints()).isEmpty();
    }
}

package dev.posthorn.server.dashboard.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.posthorn.server.Posthorn;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One server, one browser and the receivers of all journeys that need no server of their own. Each
 * journey has an organisation of its own, at which the one operator there is looks.
 */
final class Stage implements AutoCloseable {
    static final String PERSON = "Ines Ferreira";
    static final String EMAIL = "ines@harbourpine.example";
    static final String PASSWORD = "a sentence is fine";

    private final Path folder;
    private final Receiver receiver;
    private final HoldingPage holder;
    private final Posthorn server;
    private final Chromium chromium = new Chromium();
    private final StageApi api;
    private final List<Cookie> signedIn;

    Stage() {
        try {
            folder = Files.createTempDirectory("stage");
            receiver = new Receiver();
            holder = new HoldingPage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server =
                Posthorn.start(
                        Settings.standard()
                                .with(Known.LISTEN, "127.0.0.1:0")
                                .with(Known.DATA, folder.toString())
                                .with(Known.EGRESS_ALLOW, "127.0.0.0/8")
                                .with(Known.PORTAL_ORIGINS, holder.origin()));
        api = new StageApi(base(), server.adminToken());
        signedIn = signUp();
    }

    private List<Cookie> signUp() {
        Page page = chromium.anew(List.of(), "en-GB");
        page.navigate(base() + server.firstLink().orElseThrow());
        page.getByLabel("Name").first().fill(PERSON);
        page.getByLabel("E-mail").first().fill(EMAIL);
        page.getByLabel("New password").first().fill(PASSWORD);
        On.button(page, "Create and sign in").click();
        page.waitForURL("**/ui/guide");
        return chromium.cookies();
    }

    /** What addresses of the server begin with. */
    String base() {
        return "http://127.0.0.1:" + server.port();
    }

    int port() {
        return server.port();
    }

    StageApi api() {
        return api;
    }

    Receiver receiver() {
        return receiver;
    }

    /** Another program's page that holds a portal. */
    HoldingPage holder() {
        return holder;
    }

    Chromium chromium() {
        return chromium;
    }

    /** A fresh browser in which the operator looks at one organisation, by its id, in English. */
    Page operator(String organisation) {
        List<Cookie> cookies = new ArrayList<>(signedIn);
        cookies.add(
                new Cookie("posthorn_organisation", organisation)
                        .setUrl(base())
                        .setSameSite(SameSiteAttribute.LAX));
        return chromium.anew(cookies, "en-GB");
    }

    /** A fresh browser nobody is signed in in. */
    Page stranger(String locale) {
        return chromium.anew(List.of(), locale);
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
        receiver.close();
        holder.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

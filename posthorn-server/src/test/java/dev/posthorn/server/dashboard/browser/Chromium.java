package dev.posthorn.server.dashboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Debian's browser. Takes pictures of pages into {@code target/screenshots}: light and dark, on a
 * desk and on a phone.
 */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** A page takes milliseconds; a machine that is busy with other things takes longer. */
    static final int PATIENCE_MS = 60_000;

    private static final int DESK_WIDTH = 1280;
    private static final int DESK_HEIGHT = 860;
    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 740;

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new LaunchOptions()
                                    .setExecutablePath(PROGRAM)
                                    .setArgs(List.of("--no-sandbox")));
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    Chromium() {
        context = browser.newContext(options("en-GB"));
        page = listened(context.newPage());
    }

    /** Without motion: half-way between two colours a page has neither. */
    private static NewContextOptions options(String locale) {
        return new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE).setLocale(locale);
    }

    private Page listened(Page opened) {
        opened.onPageError(error -> complaints.add(opened.url() + ": " + error));
        opened.onDialog(dialog -> {
            complaints.add(opened.url() + " asks: " + dialog.message());
            dialog.dismiss();
        });
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(opened.url() + ": " + message.text());
            }
        });
        return opened;
    }

    /** Forgets who was there: somebody else sits down, with these cookies and this language. */
    Page anew(List<Cookie> cookies, String locale) {
        context.close();
        complaints.clear();
        context = browser.newContext(options(locale));
        context.addCookies(cookies);
        page = listened(context.newPage());
        page.setDefaultTimeout(PATIENCE_MS);
        return page;
    }

    /** What pages remember of who is there. */
    List<Cookie> cookies() {
        return context.cookies();
    }

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    Page page() {
        return page;
    }

    /** What the browser itself found wrong, such as something the policy forbids. */
    List<String> complaints() {
        return complaints;
    }

    /** Four pictures of the page as it is; the window is a desk's again afterwards. */
    void picture(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String colour = scheme.name().toLowerCase(Locale.ROOT);
            take(name + "-" + colour + "-phone", PHONE_WIDTH, PHONE_HEIGHT);
            take(name + "-" + colour, DESK_WIDTH, DESK_HEIGHT);
        }
    }

    private void take(String name, int width, int height) {
        page.setViewportSize(width, height);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setFullPage(true));
    }

    /** Whether a phone would have to be pushed sideways. */
    boolean isTooWideForAPhone() {
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        Object wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        page.setViewportSize(DESK_WIDTH, DESK_HEIGHT);
        return Boolean.TRUE.equals(wide);
    }

    @Override
    public void close() {
        playwright.close();
    }
}

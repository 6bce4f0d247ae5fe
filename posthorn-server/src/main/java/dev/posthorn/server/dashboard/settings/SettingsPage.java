package dev.posthorn.server.dashboard.settings;

import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Setting;
import dev.posthorn.server.settings.Settings;
import dev.posthorn.server.settings.Source;
import java.util.List;

/** What {@code posthorn serve --print-config} prints: secrets are masked. */
public final class SettingsPage {
    /** {@code set}: whether somebody set it. */
    public record Row(String name, String value, boolean set, String source, String help) {}

    private final Settings settings;

    public SettingsPage(Settings settings) {
        this.settings = settings;
    }

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(
                        "/ui/settings",
                        Need.OPERATES,
                        visit -> visit.page("page/settings", rows())));
    }

    private List<Row> rows() {
        return Known.ALL.stream().map(this::row).toList();
    }

    private Row row(Setting<?> setting) {
        Source source = settings.source(setting);
        return new Row(
                setting.name(),
                settings.shown(setting),
                source != Source.STANDARD,
                source.word(),
                setting.help());
    }
}

package dev.posthorn.cli;

import dev.posthorn.server.settings.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code posthorn --version} prints. */
final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Posthorn " + Version.CURRENT};
    }
}

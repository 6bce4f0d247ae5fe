package dev.posthorn.server.api.portal;

import dev.posthorn.core.user.PortalPass;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;

/** A link that was made. {@code expiresMs}: when it can no longer be followed. */
record PortalLink(PortalPass pass, String url, long expiresMs) {
    static final Fields<PortalLink> FIELDS = PortalLink::write;

    private static void write(PortalLink link, JsonWriter json) {
        json.text("resource", "portal")
                .id("organisation", link.pass.organisation().seq())
                .text("url", link.url)
                .text("scope", link.pass.manages() ? "manage" : "read")
                .time("date_expires", link.expiresMs);
    }
}

package dev.posthorn.server.api.docs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A style sheet that stands in the page itself, allowed there by its digest. */
record Style(String text) {
    static Style shipped() {
        return new Style(new String(Shipped.bytes("docs.css"), StandardCharsets.UTF_8));
    }

    /** As a content security policy names it. */
    String digest() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}

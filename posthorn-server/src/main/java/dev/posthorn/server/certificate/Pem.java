package dev.posthorn.server.certificate;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the blocks of a text in PEM (RFC 7468). Text between them is passed over. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");

    private Pem() {}

    /** One block: what it says it is, and its bytes. */
    record Block(String label, byte[] der) {}

    /** Empty when a block is not Base64. */
    static Optional<List<Block>> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            Optional<byte[]> der = decoded(matcher.group(2));
            if (der.isEmpty()) {
                return Optional.empty();
            }
            blocks.add(new Block(matcher.group(1), der.get()));
        }
        return Optional.of(blocks);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

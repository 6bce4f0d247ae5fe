package dev.posthorn.core.signature;

import java.util.Base64;
import java.util.HexFormat;

/** Makes signatures of the operator's own form. Used by many threads. */
public final class OwnSigner {
    private final HmacKey key;
    private final SignatureForm form;

    public OwnSigner(Secret secret, SignatureForm form) {
        this.form = form;
        this.key =
                new HmacKey(
                        form.algorithm().ofJdk(),
                        switch (form.key()) {
                            case TEXT -> Secrets.textKey(secret);
                            case DECODED -> Secrets.standardKey(secret);
                        });
    }

    /** Over the parts one after another. */
    public String sign(byte[]... parts) {
        byte[] signature = key.sign(parts);
        return switch (form.encoding()) {
            case HEX -> HexFormat.of().formatHex(signature);
            case BASE64 -> Base64.getEncoder().encodeToString(signature);
        };
    }
}

package dev.posthorn.core.signature;

/** How a signature of the operator's own is made and written. */
public record SignatureForm(Algorithm algorithm, Encoding encoding, Key key) {

    /** What it is made with. */
    public enum Algorithm {
        HMAC_SHA256("HmacSHA256"),
        HMAC_SHA512("HmacSHA512");

        private final String ofJdk;

        Algorithm(String ofJdk) {
            this.ofJdk = ofJdk;
        }

        String ofJdk() {
            return ofJdk;
        }
    }

    /** How it is written. */
    public enum Encoding {
        /** Lower case. */
        HEX,
        /** With padding. */
        BASE64
    }

    /** What of the secret is the key. */
    public enum Key {
        /** Its text as it stands. */
        TEXT,
        /** The bytes {@code whsec_…} stands for, as Standard Webhooks has it. */
        DECODED
    }
}

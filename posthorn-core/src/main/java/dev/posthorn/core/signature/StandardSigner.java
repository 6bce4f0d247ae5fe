package dev.posthorn.core.signature;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Makes the value of {@code webhook-signature} as Standard Webhooks 1.0.0 defines it, over {@code
 * id.timestamp.body}. Keys are prepared once; used by many threads.
 */
public final class StandardSigner {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final List<Key> keys;

    private StandardSigner(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /** {@code v1}: the secret in use, then those that are in their grace time when signing. */
    public static StandardSigner hmac(EndpointSecrets secrets) {
        List<Key> keys = new ArrayList<>();
        keys.add(new V1(secrets.current(), Long.MAX_VALUE));
        for (var previous : secrets.previous()) {
            if (!Ed25519Keys.isKeyPair(previous.secret())) {
                keys.add(new V1(previous.secret(), previous.untilMs()));
            }
        }
        return new StandardSigner(keys);
    }

    /** {@code v1a}; an endpoint that has no key pair yet is signed for with {@code v1}. */
    public static StandardSigner ed25519(EndpointSecrets secrets) {
        Secret pair = secrets.ed25519();
        if (pair == null) {
            return hmac(secrets);
        }
        List<Key> keys = new ArrayList<>();
        keys.add(new V1a(pair, Long.MAX_VALUE));
        for (var previous : secrets.previous()) {
            if (Ed25519Keys.isKeyPair(previous.secret())) {
                keys.add(new V1a(previous.secret(), previous.untilMs()));
            }
        }
        return new StandardSigner(keys);
    }

    /**
     * The header's value: one signature per key in force at {@code nowMs}, a blank between two.
     *
     * @param timestamp seconds since 1970, as in the header
     */
    public String sign(String id, String timestamp, byte[] body, long nowMs) {
        byte[] head = (id + '.' + timestamp + '.').getBytes(StandardCharsets.ISO_8859_1);
        String value = keys.getFirst().sign(head, body);
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i).untilMs() > nowMs) {
                value = value + ' ' + keys.get(i).sign(head, body);
            }
        }
        return value;
    }

    private static String base64(byte[] signature) {
        return new String(BASE64.encode(signature), StandardCharsets.ISO_8859_1);
    }

    private sealed interface Key {
        long untilMs();

        String sign(byte[] head, byte[] body);
    }

    private record V1(HmacKey key, long untilMs) implements Key {
        V1(Secret secret, long untilMs) {
            this(new HmacKey(Secrets.standardKey(secret)), untilMs);
        }

        @Override
        public String sign(byte[] head, byte[] body) {
            return "v1," + base64(key.sign(head, body));
        }
    }

    private record V1a(PrivateKey key, long untilMs) implements Key {
        V1a(Secret pair, long untilMs) {
            this(Ed25519Jdk.privateKey(Ed25519Keys.seed(pair)), untilMs);
        }

        @Override
        public String sign(byte[] head, byte[] body) {
            return "v1a," + base64(Ed25519Jdk.sign(key, head, body));
        }
    }
}

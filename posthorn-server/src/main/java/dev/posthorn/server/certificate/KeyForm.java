package dev.posthorn.server.certificate;

import dev.posthorn.server.certificate.CertificateReading.Refused;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads private keys, and says which kinds of keys do for TLS. */
final class KeyForm {
    /** Shorter ones are refused by receivers that follow today's rules. */
    private static final int LEAST_RSA_BITS = 2048;

    /** Longer ones make every connection slow; nobody has them. */
    private static final int MOST_RSA_BITS = 8192;

    private static final List<Integer> CURVE_BITS = List.of(256, 384, 521);
    private static final String LABEL = "PRIVATE KEY";

    private KeyForm() {}

    /** A key, or why there is none; one of both. */
    record Reading(@Nullable PrivateKey key, @Nullable Refused refused) {
        static Reading refused(String problem) {
            return new Reading(null, new Refused("private_key", problem));
        }
    }

    /** {@code algorithm}: of the certificate's public key. */
    static Reading read(String pem, String algorithm) {
        Optional<List<Pem.Block>> blocks = Pem.blocks(pem);
        if (blocks.isEmpty() || blocks.get().size() != 1) {
            return Reading.refused("must be one key in PEM, from -----BEGIN PRIVATE KEY-----");
        }
        Pem.Block block = blocks.get().getFirst();
        return switch (block.label()) {
            case LABEL -> decoded(block.der(), algorithm);
            case "ENCRYPTED PRIVATE KEY" ->
                    Reading.refused("has a passphrase: take it off with openssl pkey -in KEY.pem");
            default ->
                    Reading.refused("must be in PKCS#8: openssl pkcs8 -topk8 -nocrypt -in KEY.pem");
        };
    }

    private static Reading decoded(byte[] der, String algorithm) {
        try {
            return new Reading(
                    KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)),
                    null);
        } catch (GeneralSecurityException _) {
            return Reading.refused("is no key of the kind its certificate has: " + algorithm);
        }
    }

    /** Whether TLS can do with it, of whatever strength. */
    static boolean isKnown(PublicKey key) {
        return key instanceof RSAKey || key instanceof ECKey || isEd25519(key);
    }

    static boolean isStrong(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> {
                int bits = rsa.getModulus().bitLength();
                yield bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS;
            }
            case ECKey ec -> CURVE_BITS.contains(ec.getParams().getOrder().bitLength());
            default -> isEd25519(key);
        };
    }

    private static boolean isEd25519(PublicKey key) {
        return key instanceof EdECKey edwards && edwards.getParams().getName().equals("Ed25519");
    }
}

package dev.posthorn.server.certificate;

import dev.posthorn.core.endpoint.EndpointAuth.ClientCertificate;
import dev.posthorn.server.certificate.CertificateReading.Refused;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads the certificate an endpoint is to show, and says what is wrong with it. */
public final class ClientCertificates {
    /** Longer chains do not exist; a receiver would not follow them. */
    private static final int MAX_CHAIN = 8;

    private static final byte[] PROBE = {'p', 'r', 'o', 'b', 'e'};

    private ClientCertificates() {}

    /** Fit to be shown from {@code now} on, or the first thing that is wrong. */
    public static CertificateReading check(ClientCertificate pem, Instant now) {
        return switch (read(pem)) {
            case Refused refused -> refused;
            case ClientIdentity identity ->
                    belong(identity.key(), identity.certificate().getPublicKey())
                            ? dated(identity, now)
                            : new Refused("private_key", "does not belong to the certificate");
        };
    }

    /** No more than what it takes to show it: for what was found fit once. */
    public static CertificateReading read(ClientCertificate pem) {
        List<X509Certificate> chain = chain(pem.certificate());
        if (chain.isEmpty() || chain.size() > MAX_CHAIN) {
            return new Refused(
                    "certificate",
                    "must be 1 to "
                            + MAX_CHAIN
                            + " certificates in PEM, from -----BEGIN CERTIFICATE-----, its own"
                            + " first");
        }
        PublicKey open = chain.getFirst().getPublicKey();
        if (!KeyForm.isKnown(open)) {
            return new Refused("certificate", "must have an RSA, EC or Ed25519 key");
        }
        KeyForm.Reading key = KeyForm.read(pem.privateKey().text(), open.getAlgorithm());
        if (key.refused() != null) {
            return key.refused();
        }
        return new ClientIdentity(chain, Objects.requireNonNull(key.key()));
    }

    private static CertificateReading dated(ClientIdentity identity, Instant now) {
        return problem(identity.certificate(), now)
                .<CertificateReading>map(problem -> new Refused("certificate", problem))
                .orElse(identity);
    }

    private static Optional<String> problem(X509Certificate certificate, Instant now) {
        if (!KeyForm.isStrong(certificate.getPublicKey())) {
            return Optional.of(
                    "must have an RSA key of 2048 to 8192 bits, EC P-256 to P-521 or Ed25519");
        }
        Instant end = certificate.getNotAfter().toInstant();
        if (end.isBefore(now)) {
            return Optional.of("expired at " + end);
        }
        Instant begin = certificate.getNotBefore().toInstant();
        return begin.isAfter(now) ? Optional.of("is not valid before " + begin) : Optional.empty();
    }

    /** Empty when anything in it is no certificate. */
    private static List<X509Certificate> chain(String pem) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Pem.Block block : Pem.blocks(pem).orElse(List.of())) {
                if (!block.label().equals("CERTIFICATE")) {
                    return List.of();
                }
                chain.add(
                        (X509Certificate)
                                factory.generateCertificate(new ByteArrayInputStream(block.der())));
            }
        } catch (CertificateException _) {
            return List.of();
        }
        return chain;
    }

    /** Whether what one signs the other verifies. */
    private static boolean belong(PrivateKey secret, PublicKey open) {
        String algorithm =
                switch (open.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "Ed25519";
                };
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(secret);
            signer.update(PROBE);
            byte[] signature = signer.sign();
            signer.initVerify(open);
            signer.update(PROBE);
            return signer.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}

package dev.posthorn.server.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate that can be shown, with the key to prove that it is ours.
 *
 * @param chain the certificate, then who vouches for it
 */
public record ClientIdentity(List<X509Certificate> chain, PrivateKey key)
        implements CertificateReading {
    public ClientIdentity {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ClientIdentity[" + certificate().getSubjectX500Principal() + "]";
    }
}

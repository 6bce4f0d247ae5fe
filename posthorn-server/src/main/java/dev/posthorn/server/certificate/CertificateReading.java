package dev.posthorn.server.certificate;

/** What came of a certificate and its key in PEM. */
public sealed interface CertificateReading permits ClientIdentity, CertificateReading.Refused {
    /**
     * Why they cannot be used.
     *
     * @param field {@code certificate} or {@code private_key}
     * @param problem follows the field's name; says nothing of what the key looks like
     */
    record Refused(String field, String problem) implements CertificateReading {}
}

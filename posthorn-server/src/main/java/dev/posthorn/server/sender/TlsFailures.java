package dev.posthorn.server.sender;

import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says what is wrong with a receiver's TLS: the kind of problem, never the internals. */
final class TlsFailures {
    private TlsFailures() {}

    static Unreachable outcome(Throwable failure, Origin origin) {
        OneCertificate own = origin.certificate();
        String host = origin.hostHeader();
        return new Unreachable(
                Fault.TLS,
                own != null && isAlert(failure) ? refused(own, host) : sentence(failure, host));
    }

    /** Whether the receiver ended the handshake, or the connection soon after it. */
    private static boolean isAlert(Throwable failure) {
        return Failures.find(failure, SSLException.class)
                .filter(alert -> String.valueOf(alert.getMessage()).contains("fatal alert"))
                .isPresent();
    }

    private static String refused(OneCertificate own, String host) {
        return own.isExpired()
                ? "The certificate shown to " + host + " has expired: give the endpoint another."
                : host + " did not accept the certificate it was shown.";
    }

    private static String sentence(Throwable failure, String host) {
        if (has(failure, CertificateExpiredException.class)) {
            return "The certificate of " + host + " has expired.";
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return "The certificate of " + host + " is not valid yet.";
        }
        if (has(failure, CertPathBuilderException.class)
                || has(failure, CertPathValidatorException.class)) {
            return "The certificate of "
                    + host
                    + " is not from an authority we trust, or its chain is incomplete.";
        }
        Optional<CertificateException> certificate =
                Failures.find(failure, CertificateException.class);
        if (certificate.isPresent()) {
            return isForAnotherName(certificate.get())
                    ? "The certificate of " + host + " is for another name."
                    : "The certificate of " + host + " cannot be accepted.";
        }
        return "No TLS connection could be made to " + host + ".";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return Failures.find(failure, type).isPresent();
    }

    /** The JDK tells this case from others by its text alone. */
    private static boolean isForAnotherName(CertificateException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.contains("No name matching")
                || text.contains("No subject alternative")
                || text.contains("subject alternative names");
    }
}

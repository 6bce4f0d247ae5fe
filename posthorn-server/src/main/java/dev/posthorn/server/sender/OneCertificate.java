package dev.posthorn.server.sender;

import dev.posthorn.core.endpoint.EndpointAuth.ClientCertificate;
import dev.posthorn.server.certificate.CertificateReading;
import dev.posthorn.server.certificate.ClientCertificates;
import dev.posthorn.server.certificate.ClientIdentity;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows one certificate to whoever asks for one, whichever authorities they name: many receivers
 * name none that fits and take it all the same. Immutable.
 */
final class OneCertificate extends X509ExtendedKeyManager {
    private static final String ALIAS = "own";

    private final ClientIdentity identity;
    private final ClientSSLOptions options;

    private OneCertificate(ClientIdentity identity, @Nullable TrustOptions trust) {
        this.identity = identity;
        this.options = ReceiverClient.tls(trust).setKeyCertOptions(KeyCertOptions.wrap(this));
    }

    /**
     * {@code pem} was found fit when the endpoint got it.
     *
     * @param trust as for connections that show none
     */
    static OneCertificate of(ClientCertificate pem, @Nullable TrustOptions trust) {
        return switch (ClientCertificates.read(pem)) {
            case ClientIdentity identity -> new OneCertificate(identity, trust);
            case CertificateReading.Refused(String field, String problem) ->
                    throw new IllegalStateException("stored " + field + " " + problem);
        };
    }

    /** The same each time, by which Vert.x finds the TLS context it made with them. */
    ClientSSLOptions options() {
        return options;
    }

    boolean isExpired() {
        try {
            identity.certificate().checkValidity();
            return false;
        } catch (CertificateExpiredException | CertificateNotYetValidException _) {
            return true;
        }
    }

    private @Nullable String alias(String... keyTypes) {
        return Arrays.asList(keyTypes).contains(identity.key().getAlgorithm()) ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return alias(keyTypes);
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return alias(keyTypes);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return alias(keyType) == null ? null : new String[] {ALIAS};
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity.key();
    }
}

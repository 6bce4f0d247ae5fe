package dev.posthorn.server.receivers;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates of receivers, and an authority for them, made for a test run by the JDK's keytool.
 */
public final class TestCertificates {
    private static final String PASSWORD = "password";

    private static final String AUTHORITY = "authority";

    private final Path folder;
    private final Path authority;

    /** Makes the authority; {@code folder} is empty. */
    public TestCertificates(Path folder) {
        this.folder = folder;
        this.authority = folder.resolve(AUTHORITY + ".p12");
        keytool(authority, AUTHORITY, "-1d", "-ext", "bc:c");
    }

    /** One for these names, such as {@code dns:receiver.example.com}, that is good today. */
    public SSLContext valid(String... names) {
        return issued("-1d", names);
    }

    /** One that went out of date a year ago. */
    public SSLContext expired(String... names) {
        return issued("-2y", names);
    }

    /** One the authority did not sign. */
    public SSLContext selfSigned(String... names) {
        Path store = folder.resolve("stranger.p12");
        keytool(store, "stranger", "-1d", extension(names));
        return context(load(store), "stranger");
    }

    /** For clients that believe the authority and nobody else. */
    public TrustOptions trust() {
        try {
            KeyStore believed = emptyStore();
            believed.setCertificateEntry(AUTHORITY, load(authority).getCertificate(AUTHORITY));
            var managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(believed);
            return TrustOptions.wrap(managers.getTrustManagers()[0]);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("no trust in " + authority, e);
        }
    }

    /** The same key and certificate for servers that take Vert.x's options. */
    public KeyManagerFactory keys(String... names) {
        return managers(load(issuedStore("-1d", names)), "receiver");
    }

    /** A certificate with its key, both in PEM. */
    public record PemPair(String certificate, String key) {}

    /** Signed by the authority and good for 300 days from {@code start} on, such as {@code -2y}. */
    public PemPair pem(String start) {
        try {
            KeyStore store = load(issuedStore(start));
            return new PemPair(
                    pem("CERTIFICATE", store.getCertificate("receiver").getEncoded()),
                    pem(
                            "PRIVATE KEY",
                            store.getKey("receiver", PASSWORD.toCharArray()).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("no key of a receiver", e);
        }
    }

    private static String pem(String label, byte[] der) {
        String text =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----";
    }

    /** A server that wants a certificate of the authority from whoever connects. */
    public SSLContext demanding(String... names) {
        try {
            KeyStore believed = emptyStore();
            believed.setCertificateEntry(AUTHORITY, load(authority).getCertificate(AUTHORITY));
            var trusted =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(believed);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    managers(load(issuedStore("-1d", names)), "receiver").getKeyManagers(),
                    trusted.getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("no TLS that demands certificates", e);
        }
    }

    private SSLContext issued(String start, String... names) {
        return context(load(issuedStore(start, names)), "receiver");
    }

    private Path issuedStore(String start, String... names) {
        try {
            Path store = Files.createTempFile(folder, "receiver", ".p12");
            Files.write(store, Files.readAllBytes(authority));
            List<String> more = new ArrayList<>(List.of("-signer", AUTHORITY));
            more.addAll(List.of(extension(names)));
            keytool(store, "receiver", start, more.toArray(String[]::new));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] extension(String... names) {
        return names.length == 0
                ? new String[0]
                : new String[] {"-ext", "SAN=" + String.join(",", names)};
    }

    private static SSLContext context(KeyStore store, String alias) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers(store, alias).getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("no TLS for " + alias, e);
        }
    }

    /** The store has the authority's key as well, which must not be the one shown. */
    private static KeyManagerFactory managers(KeyStore store, String alias) {
        try {
            KeyStore own = emptyStore();
            char[] password = PASSWORD.toCharArray();
            own.setKeyEntry(
                    alias,
                    store.getKey(alias, password),
                    password,
                    store.getCertificateChain(alias));
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(own, password);
            return managers;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("no key of " + alias, e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("no keys in " + file, e);
        }
    }

    private static void keytool(Path store, String alias, String start, String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12"));
        command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias));
        command.addAll(List.of("-startdate", start, "-validity", "300"));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
        command.addAll(List.of(more));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("keytool: " + process.inputReader().lines().toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}

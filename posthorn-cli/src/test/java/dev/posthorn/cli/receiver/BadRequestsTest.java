package dev.posthorn.cli.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code posthorn listen} answers and prints when a request of a profile is not as it was. */
class BadRequestsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    enum Fault {
        /** Signed with another secret. */
        SECRET,
        /** Eleven minutes old. */
        STALE,
        /** Without the header that proves it. */
        HEADER,
        /** Signed, but not JSON. */
        NOT_JSON
    }

    private static final String ANOTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private String visit(String profile, Fault fault) {
        InstantSource clock =
                fault == Fault.STALE
                        ? InstantSource.offset(Requests.CLOCK, Duration.ofMinutes(11))
                        : Requests.CLOCK;
        SignatureCheck check =
                fault == Fault.SECRET
                        ? SecretsCheck.of(List.of(ANOTHER), profile, clock)
                        : SecretsCheck.of(List.of(Requests.SECRET), profile, clock);
        Listener listener = new Listener(check, Behaviour.GOOD, VisitPrinter.ofAll(terminal()));
        int status = listener.handle(request(profile, fault)).status();
        String line = printed.toString(StandardCharsets.UTF_8).strip();
        assertThat(line).endsWith("→ " + status);
        return status
                + " "
                + line.replaceAll(
                        "^\\S+\\s+(.*?)\\s+[0-9a-f-]{36}\\s+(.*?)  [A-Z]+ /.*$", "$1: $2");
    }

    private Terminal terminal() {
        return new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                System.err,
                true,
                false,
                false);
    }

    private static ReceivedRequest request(String profile, Fault fault) {
        ReceivedRequest genuine = Requests.of(profile, "comment.created");
        return switch (fault) {
            case SECRET, STALE -> genuine;
            case HEADER -> Requests.withHeader(genuine, proof(profile), _ -> null);
            case NOT_JSON -> Requests.signed(genuine, "<html>".getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String proof(String profile) {
        return switch (profile) {
            case "ricloud" -> "ricloud-signature";
            case "fastcomments" -> "token";
            default -> "webhook-signature";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ricloud,SECRET,400,comment.created: ✗ refused: the signature in Ricloud-Signature does"
                + " not fit",
        "ricloud,STALE,400,comment.created: ✗ refused: it was signed 660 s ago",
        "ricloud,HEADER,400,comment: ✗ refused: header Ricloud-Signature is missing",
        "ricloud,NOT_JSON,200,'not JSON: ✓ verified by Ricloud-Signature, webhook-signature'",
        "eventinsight,SECRET,400,comment.new: ✗ refused: no signature in webhook-signature fits",
        "eventinsight,STALE,400,comment.new: ✗ refused: it was signed 660 s ago",
        "eventinsight,HEADER,400,comment.new: ✗ refused: header webhook-signature is missing",
        "eventinsight,NOT_JSON,200,not JSON: ✓ verified by webhook-signature",
        "fastcomments,SECRET,401,comment: ✗ refused: the token is not the secret",
        "fastcomments,STALE,400,comment: ✗ refused: it was signed 660 s ago",
        "fastcomments,HEADER,400,comment: ✗ refused: header token is missing",
        "fastcomments,NOT_JSON,200,'comment: ✓ verified by token, X-FastComments-Signature,"
                + " webhook-signature'",
        "standard,SECRET,400,comment.created: ✗ refused: no signature in webhook-signature fits",
        "standard,STALE,400,comment.created: ✗ refused: it was signed 660 s ago",
        "standard,HEADER,400,comment.created: ✗ refused: header webhook-signature is missing",
        "standard,NOT_JSON,200,not JSON: ✓ verified by webhook-signature",
        "cloudevents,SECRET,400,comment.created: ✗ refused: no signature in webhook-signature"
                + " fits",
        "cloudevents,STALE,400,comment.created: ✗ refused: it was signed 660 s ago",
        "cloudevents,HEADER,400,comment.created: ✗ refused: header webhook-signature is missing",
        "cloudevents,NOT_JSON,200,not JSON: ✓ verified by webhook-signature",
    })
    void says_what_is_wrong(String profile, Fault fault, int status, String printed) {
        assertThat(visit(profile, fault)).isEqualTo(status + " " + printed);
    }
}

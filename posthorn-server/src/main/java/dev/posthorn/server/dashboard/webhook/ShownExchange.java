package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.api.json.Utf8Text;
import dev.posthorn.server.api.resource.SentRequest;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer, whole, as text.
 *
 * @param lost why the request can no longer be told, empty when it can
 * @param sent null when it is lost
 * @param answer null when none came
 * @param problem what went wrong in a sentence, empty when nothing did
 * @param ip the address connected to, empty when none was
 * @param curl the request as a command line, empty when it is lost
 * @param secrets whether secrets are in there
 */
public record ShownExchange(
        String attempt,
        String delivery,
        int number,
        String lost,
        @Nullable ShownMessage sent,
        @Nullable ShownMessage answer,
        String status,
        boolean ok,
        String problem,
        String ip,
        ShownTimings timings,
        String curl,
        boolean secrets) {

    public static ShownExchange of(
            AttemptEntry entry, DeskWebhook webhook, boolean secrets, Visit visit) {
        SentRequest request = webhook.sent().of(entry);
        Words words = visit.words();
        Exchange exchange = entry.attempt().exchange();
        Optional<OutgoingRequest> known =
                request instanceof SentRequest.Known(var one) ? Optional.of(one) : Optional.empty();
        return new ShownExchange(
                visit.desk().ids().text(entry.id().seq()),
                entry.delivery() == null ? "" : visit.desk().ids().text(entry.delivery().seq()),
                entry.attempt().number(),
                request instanceof SentRequest.Lost lost ? lost.note() : "",
                known.map(one -> ShownMessage.of(one, secrets, words)).orElse(null),
                answer(exchange.response(), words),
                LogRow.status(exchange.outcome(), words),
                exchange.outcome().status() / 100 == 2,
                exchange.message() == null ? "" : exchange.message(),
                exchange.ip() == null ? "" : exchange.ip(),
                ShownTimings.of(exchange.timings(), words),
                known.map(one -> Curl.line(one, secrets)).orElse(""),
                secrets);
    }

    static @Nullable ShownMessage answer(@Nullable Response response, Words words) {
        if (response == null) {
            return null;
        }
        byte[] body = response.body();
        return new ShownMessage(
                "HTTP " + response.status(),
                "",
                ShownMessage.headers(response.headers(), true),
                ShownText.of(
                        response.truncated() ? Utf8Text.cut(body, body.length) : Utf8Text.of(body)),
                Figures.size(body.length, words),
                response.truncated());
    }
}

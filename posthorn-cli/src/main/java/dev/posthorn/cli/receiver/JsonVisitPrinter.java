package dev.posthorn.cli.receiver;

import dev.posthorn.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Prints a line of JSON per request: for programs. */
public final class JsonVisitPrinter implements Consumer<Visit> {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Terminal terminal;
    private final SlugFilter filter;

    public JsonVisitPrinter(Terminal terminal, SlugFilter filter) {
        this.terminal = terminal;
        this.filter = filter;
    }

    /** Whole lines only: requests arrive on many threads. */
    @Override
    public void accept(Visit visit) {
        if (filter.shows(visit.arrival().type())) {
            String line = MAPPER.writeValueAsString(fields(visit));
            synchronized (this) {
                terminal.line(line);
            }
        }
    }

    private static Map<String, Object> fields(Visit visit) {
        ReceivedRequest request = visit.request();
        Arrival arrival = visit.arrival();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("resource", "visit");
        fields.put("time", request.arrived().toString());
        fields.put("profile", arrival.profile());
        fields.put("type", arrival.type());
        fields.put("id", arrival.id());
        verdict(visit.verdict(), fields);
        fields.put("repeat", visit.repeat());
        fields.put("status", visit.reply().status());
        fields.put("method", request.method());
        fields.put("path", request.path());
        fields.put("headers", request.headers());
        fields.put("body", arrival.body().isMissingNode() ? request.text() : arrival.body());
        return fields;
    }

    private static void verdict(Verdict verdict, Map<String, Object> fields) {
        switch (verdict) {
            case Verdict.Genuine(String by) -> {
                fields.put("verified", true);
                fields.put("by", by);
            }
            case Verdict.Forged(_, String why) -> {
                fields.put("verified", false);
                fields.put("why", why);
            }
            case Verdict.Unchecked _ -> {
                fields.put("verified", false);
                fields.put("why", "not checked");
            }
        }
    }
}

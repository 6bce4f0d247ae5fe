package dev.posthorn.server.store.row;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.replay.ReplayPlan;
import dev.posthorn.core.replay.ReplayStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code replay.plan} as JSON. */
public final class ReplayPlanCodec {
    private ReplayPlanCodec() {}

    public static String encode(ReplayPlan plan) {
        return Json.object()
                .put("organisation", plan.organisation().seq())
                .put("endpoint", plan.endpoint() == null ? null : (Long) plan.endpoint().seq())
                .put("event", plan.event() == null ? null : (Long) plan.event().seq())
                .put("type", plan.type())
                .put("from_ms", plan.created().fromMs())
                .put("to_ms", plan.created().toMs())
                .put("per_second", plan.perSecond())
                .put("trigger", Codes.of(plan.trigger()))
                .put("dry_run", plan.dryRun())
                .set("stages", Json.array(plan.stages().stream().map(Enum::name).toList()))
                .toString();
    }

    public static ReplayPlan decode(String text) {
        JsonNode json = Json.read(text);
        Long endpoint = Json.longOrNull(json, "endpoint");
        Long event = Json.longOrNull(json, "event");
        return new ReplayPlan(
                new OrganisationId(json.required("organisation").longValue()),
                endpoint == null ? null : new EndpointId(endpoint),
                event == null ? null : new EventId(event),
                Json.textOrNull(json, "type"),
                new TimeRange(
                        json.required("from_ms").longValue(), json.required("to_ms").longValue()),
                Json.texts(json.required("stages")).stream().map(ReplayStage::valueOf).toList(),
                perSecond(json),
                Codes.trigger(json.required("trigger").intValue()),
                json.required("dry_run").booleanValue());
    }

    private static @Nullable Double perSecond(JsonNode json) {
        JsonNode value = json.required("per_second");
        return value.isNull() ? null : (Double) value.doubleValue();
    }
}

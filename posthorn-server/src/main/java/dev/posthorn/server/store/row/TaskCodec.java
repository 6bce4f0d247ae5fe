package dev.posthorn.server.store.row;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.server.secretbox.Place;
import dev.posthorn.server.secretbox.SecretBox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A task in {@code body}, open, and {@code results}, sealed: what was sent carries secrets. */
public final class TaskCodec {
    private final SecretBox box;

    public TaskCodec(SecretBox box) {
        this.box = box;
    }

    public static String body(Task task) {
        KeyId key = task.key();
        ReplayCounts counts = task.counts();
        return Json.object()
                .set("counts", counts == null ? null : counts(counts))
                .put("key", key == null ? null : (Long) key.seq())
                .put("error", task.error())
                .put("created_ms", task.createdMs())
                .put("started_ms", task.startedMs())
                .put("completed_ms", task.completedMs())
                .toString();
    }

    private static ObjectNode counts(ReplayCounts counts) {
        return Json.object()
                .put("dry_run", counts.dryRun())
                .put("counted", counts.counted())
                .put("resent", counts.resent())
                .put("created", counts.created())
                .put("skipped", counts.skipped());
    }

    private static @Nullable ReplayCounts counts(JsonNode task) {
        JsonNode counts = task.get("counts");
        return counts == null || counts.isNull()
                ? null
                : new ReplayCounts(
                        counts.required("dry_run").booleanValue(),
                        counts.required("counted").longValue(),
                        counts.required("resent").longValue(),
                        counts.required("created").longValue(),
                        counts.required("skipped").longValue());
    }

    public byte[] results(Task task) {
        return box.seal(
                place(task.organisation().seq(), task.id().seq()),
                TestResultCodec.encode(task.results()));
    }

    /** The arguments are the row's columns, in the schema's order. */
    public Task decode(
            long seq,
            long organisation,
            String type,
            int state,
            long target,
            String body,
            byte[] sealedResults) {
        JsonNode json = Json.read(body);
        Long key = Json.longOrNull(json, "key");
        return new Task(
                new TaskId(seq),
                new OrganisationId(organisation),
                key == null ? null : new KeyId(key),
                type,
                target,
                Codes.taskState(state),
                TestResultCodec.decode(box.open(place(organisation, seq), sealedResults)),
                Json.textOrNull(json, "error"),
                json.required("created_ms").longValue(),
                Json.longOrNull(json, "started_ms"),
                Json.longOrNull(json, "completed_ms"),
                counts(json));
    }

    private static Place place(long organisation, long task) {
        return new Place(organisation, task, "task.results");
    }
}

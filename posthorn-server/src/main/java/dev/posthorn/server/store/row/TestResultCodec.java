package dev.posthorn.server.store.row;

import dev.posthorn.core.task.TestResult;
import java.util.ArrayList;
import java.util.List;

/** The results of a task: format byte (1), their number, then one after another. */
final class TestResultCodec {
    private static final int FORMAT = 1;

    private TestResultCodec() {}

    static byte[] encode(List<TestResult> results) {
        BlobWriter blob = new BlobWriter();
        blob.number(FORMAT);
        blob.number(results.size());
        for (TestResult result : results) {
            blob.text(result.eventType());
            blob.text(result.expected());
            RequestCodec.write(result.request(), blob);
            ResponseCodec.write(result.response(), blob);
            blob.number(result.passed() ? 1 : 0);
            blob.text(result.message());
        }
        return blob.take();
    }

    static List<TestResult> decode(byte[] results) {
        BlobReader blob = new BlobReader(results);
        long format = blob.number();
        if (format != FORMAT) {
            throw new IllegalStateException("task results of unknown format " + format);
        }
        int count = blob.count();
        List<TestResult> decoded = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            decoded.add(result(blob));
        }
        return decoded;
    }

    private static TestResult result(BlobReader blob) {
        return new TestResult(
                blob.text(),
                blob.requiredText(),
                RequestCodec.read(blob),
                ResponseCodec.read(blob),
                blob.number() == 1,
                blob.requiredText());
    }
}

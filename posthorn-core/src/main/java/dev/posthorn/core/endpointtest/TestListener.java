package dev.posthorn.core.endpointtest;

import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TestResult;
import java.util.List;

/**
 * Writes down how tests go. Called on the tester's thread and must not block: whoever writes calls
 * {@code then} on the tester's thread when it is done, whether it could be written or not.
 */
public interface TestListener {
    void started(Task task, Runnable then);

    /** One more call was made; {@code soFar}: all of them, in order. */
    default void called(Task task, List<TestResult> soFar) {}

    void finished(FinishedTest test, Runnable then);

    /** The endpoint is gone, and with it everything of it: the task is not worked on. */
    void erased(Task task);
}

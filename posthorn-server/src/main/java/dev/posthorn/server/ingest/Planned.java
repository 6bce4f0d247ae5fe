package dev.posthorn.server.ingest;

import dev.posthorn.core.store.AcceptedEvent;
import java.util.List;

/** What is left of a submission when publishers are known, and the rows to commit for it. */
record Planned(Submission submission, List<AcceptedEvent> events) {}

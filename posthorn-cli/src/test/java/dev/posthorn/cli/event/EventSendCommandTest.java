package dev.posthorn.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSendCommandTest {
    @TempDir Path folder;

    private FakeApi api;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi().on("POST /events", EventSendCommandTest::published);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    /** Two deliveries for every line of the body. */
    private static FakeApi.Answer published(String body) {
        String events =
                body.lines()
                        .map(_ -> "{\"id\":\"e\",\"type\":\"t\",\"deliveries\":2}")
                        .collect(Collectors.joining(","));
        boolean list = body.indexOf('\n') >= 0;
        return new FakeApi.Answer(
                201, list ? "{\"resource\":\"list\",\"data\":[" + events + "]}" : events);
    }

    private Cli.Result send(Cli cli, String... options) {
        String[] args = {"event", "send", "--url", api.url()};
        return cli.run(
                java.util.stream.Stream.concat(
                                java.util.Arrays.stream(args), java.util.Arrays.stream(options))
                        .toArray(String[]::new));
    }

    private List<String> bodies() {
        return api.calls().stream().map(FakeApi.Call::body).toList();
    }

    @Test
    void publishes_one_event() {
        Cli.Result result =
                send(
                        new Cli(folder),
                        "--type",
                        "user.updated",
                        "--entity-id",
                        "42",
                        "--data",
                        "{\"n\": 9007199254740993}",
                        "--organisation",
                        "acme",
                        "--channel",
                        "day-1",
                        "--idempotency-key",
                        "k1");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("\"deliveries\" : 2");
        assertThat(bodies())
                .containsExactly(
                        "{\"type\":\"user.updated\",\"data\":{\"n\": 9007199254740993},"
                                + "\"entity_id\":\"42\",\"organisation\":\"acme\","
                                + "\"idempotency_key\":\"k1\",\"channels\":[\"day-1\"]}");
    }

    @Test
    void an_event_without_data_has_an_empty_object() {
        send(new Cli(folder), "--type", "a.b", "--idempotency-key", "k");
        assertThat(bodies())
                .containsExactly("{\"type\":\"a.b\",\"data\":{},\"idempotency_key\":\"k\"}");
    }

    @Test
    void reads_data_from_a_file_or_the_standard_input() throws IOException {
        Files.writeString(folder.resolve("user.json"), "{\n  \"a\": 1\n}\n");
        send(new Cli(folder), "--type", "a.b", "--data", "@user.json");
        send(new Cli(folder).input("{\"a\":\n 2}\n"), "--type", "a.b", "--data", "-");
        assertThat(bodies())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"data\":{\n  \"a\": 1\n}"),
                        second -> assertThat(second).contains("\"data\":{\"a\":\n 2}"));
    }

    @Test
    void publishes_the_lines_of_a_file_in_batches() throws IOException {
        String lines =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(n -> "{\"type\":\"a.b\",\"data\":{\"n\":" + n + "}}\n")
                        .collect(Collectors.joining());
        Files.writeString(folder.resolve("events.ndjson"), lines);
        Cli.Result result =
                send(new Cli(folder).onTerminal(), "--data", "@events.ndjson", "--batch", "2");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("✓ 5 events published, 10 deliveries made, in ");
        assertThat(bodies().stream().map(body -> body.lines().count())).containsExactly(2L, 2L, 1L);
        assertThat(api.calls().get(0).contentType()).isEqualTo("application/x-ndjson");
    }

    @Test
    void lines_of_the_standard_input_are_data_when_the_type_is_given() {
        send(
                new Cli(folder).input("{\"id\":1}\r\n\n{\"id\":2}\n"),
                "--type",
                "user.created",
                "--data",
                "-");
        assertThat(bodies())
                .singleElement()
                .asString()
                .matches(
                        "\\{\"type\":\"user.created\",\"idempotency_key\":\"[0-9a-f]{32}-1\","
                                + "\"data\":\\{\"id\":1}}\n"
                                + "\\{\"type\":\"user.created\",\"idempotency_key\":\"[0-9a-f]{32}-3\","
                                + "\"data\":\\{\"id\":2}}\n");
    }

    @Test
    void a_line_that_is_no_event_is_named_before_it_is_sent() {
        Cli.Result result =
                send(
                        new Cli(folder).input("{\"type\":\"a\"}\n{\"type\":\"b\"}\n[1]\n"),
                        "--data",
                        "-",
                        "--batch",
                        "2");
        assertThat(result)
                .isEqualTo(
                        new Cli.Result(
                                1,
                                "",
                                "posthorn: line 3 is not a JSON object\n"
                                        + "Correct it and go on with --skip 2: 2 events before"
                                        + " that are published.\n"));
    }

    @Test
    void a_refused_event_is_named_by_its_line() {
        api.on(
                "POST /events",
                400,
                "{\"error\":\"invalid-parameter\",\"message\":\"No.\","
                        + "\"params\":{\"events[1].type\":\"must be a slug\"}}");
        Cli.Result result =
                send(
                        new Cli(folder).input("\n{\"type\":\"a\"}\n{\"type\":\"b c\"}\n"),
                        "--data",
                        "-");
        assertThat(result.err())
                .isEqualTo(
                        "posthorn: line 3.type: must be a slug\n"
                                + "Correct it and go on with --skip 1: 0 events before that are"
                                + " published.\n");
    }

    @Test
    void goes_on_behind_skipped_lines() {
        send(
                new Cli(folder).input("{\"type\":\"a\"}\n{\"type\":\"b\"}\n"),
                "--data",
                "-",
                "--skip",
                "1");
        assertThat(bodies()).singleElement().asString().contains("\"type\":\"b\"").hasLineCount(1);
    }

    @Test
    void a_file_that_is_not_there_is_a_failure() {
        Cli.Result result = send(new Cli(folder), "--data", "@none.json");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("none.json is not a file that can be read");
    }

    @Test
    void options_of_one_event_do_not_go_with_a_file() {
        Cli.Result result =
                send(
                        new Cli(folder).input("{}\n{}\n"),
                        "--data",
                        "-",
                        "--type",
                        "a",
                        "--entity-id",
                        "1");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("Put what is said of single events into the lines");
    }

    @Test
    void options_of_one_event_do_not_go_with_a_whole_one() {
        Cli.Result result = send(new Cli(folder), "--data", "{\"type\":\"a\"}", "--key", "k");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("Without --type, --data is a whole event");
    }

    @Test
    void the_same_file_again_has_the_same_keys() throws IOException {
        Files.writeString(folder.resolve("e.ndjson"), "{\"type\":\"a\"}\n{\"type\":\"a\"}\n");
        send(new Cli(folder), "--data", "@e.ndjson");
        send(
                new Cli(folder),
                "--data",
                folder.resolve("e.ndjson").toString().replaceFirst("", "@"));
        send(new Cli(folder), "--data", "@e.ndjson", "--upload", "monday");
        assertThat(bodies().get(1)).isEqualTo(bodies().get(0));
        assertThat(bodies().get(2)).isNotEqualTo(bodies().get(0));
    }

    @Test
    void says_how_many_were_published_before() throws IOException {
        api.on(
                "POST /events",
                201,
                "{\"resource\":\"list\",\"data\":[{\"id\":\"e\",\"type\":\"t\",\"deliveries\":2,"
                        + "\"duplicate\":true},{\"id\":\"f\",\"type\":\"t\",\"deliveries\":1}]}");
        Files.writeString(folder.resolve("e.ndjson"), "{\"type\":\"a\"}\n{\"type\":\"b\"}\n");
        Cli.Result result = send(new Cli(folder).onTerminal(), "--data", "@e.ndjson");
        assertThat(result.out())
                .startsWith("✓ 1 events published, 1 deliveries made, in ")
                .endsWith(
                        "1 were published before and are not again; --upload NAME makes it an"
                                + " upload of its own.\n");
    }

    @Test
    void follows_the_deliveries_of_an_event_to_their_end() {
        var answers =
                new ArrayDeque<>(
                        List.of(
                                delivery("pending", 0, "null"),
                                delivery("pending", 1, "500"),
                                delivery("delivered", 2, "200")));
        api.on("POST /events", 201, "{\"id\":\"e1\",\"resource\":\"event\",\"deliveries\":1}");
        api.on("GET /deliveries", _ -> new FakeApi.Answer(200, answers.remove()));
        Cli.Result result = send(new Cli(folder).onTerminal(), "--type", "a", "--follow");
        assertThat(result)
                .isEqualTo(
                        new Cli.Result(
                                0,
                                """
                                e1  published, deliveries: 1
                                d1  pending
                                d1  pending  attempt 1: 500  next at 10:00
                                d1  delivered  attempt 2: 200
                                """,
                                ""));
    }

    @Test
    void what_was_not_delivered_is_a_failure() {
        api.on("POST /events", 201, "{\"id\":\"e1\",\"resource\":\"event\",\"deliveries\":1}");
        api.on("GET /deliveries", 200, delivery("failed", 1, "410"));
        assertThat(send(new Cli(folder), "--type", "a", "--follow").exitCode()).isEqualTo(1);
    }

    private static String delivery(String state, int attempts, String status) {
        return "{\"resource\":\"list\",\"data\":[{\"id\":\"d1\",\"state\":\"%s\",\"attempts\":%d,"
                        .formatted(state, attempts)
                + "\"last_status\":%s,\"next_attempt\":\"10:00\"}]}".formatted(status);
    }
}

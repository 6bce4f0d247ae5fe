package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.MinuteTally;
import dev.posthorn.core.statistics.Resolution;
import dev.posthorn.core.statistics.SampleSettlements;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.core.statistics.Tally;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
    private static ApiFixture api;
    private static String path;
    private static EndpointId endpoint;

    @BeforeAll
    static void start() {
        api = new ApiFixture();
        String id =
                api.as("acme-manage")
                        .post("/configs/webhook", "{'url':'https://example.com/'}")
                        .at("id");
        path = "/configs/webhook/" + id + "/stats";
        endpoint = new EndpointId(ApiFixture.IDS.seq(id).orElseThrow());
        SampleSettlements of = new SampleSettlements(endpoint);
        Tally tally = new Tally();
        tally.add(of.delivered(1));
        tally.add(of.delivered(2));
        tally.add(of.retried(1, 404));
        tally.add(Count.MISSED, 3);
        long minute = Resolution.MINUTE.slotOf(ApiFixture.NOW_MS);
        api.statistics.add(
                List.of(new MinuteTally(StatisticsSubject.of(endpoint), minute, tally)),
                ApiFixture.NOW_MS);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void shows_what_came_back() {
        api.missed = new Missed(3, ApiFixture.NOW_MS);
        String counts =
                "'states':{'delivered':2,'failed':0,'cancelled':0,'missed':3},'attempts':3,"
                        + "'retries':1,'status_classes':{'none':0,'1xx':0,'2xx':2,'3xx':0,'4xx':1,"
                        + "'5xx':0},'success_rate':0.6667,"
                        + "'latency_ms':{'p50':11.404,'p95':11.404,'p99':11.404}";
        assertThat(api.as("acme-read").get(path + "?range=1h").text())
                .startsWith(
                        "200 {'resource':'stats','webhook_config':'"
                                + ApiFixture.text(endpoint.seq())
                                + "','range':'1h','date_from':'2026-11-22T03:30:00.000Z',"
                                + "'bucket_s':60,"
                                + counts
                                + ",'missed':{'events':3,'since':'2026-11-22T04:29:00.000Z'},"
                                + "'buckets':[{'date':'2026-11-22T03:30:00.000Z',"
                                + "'states':{'delivered':0,'failed':0,'cancelled':0,'missed':0},"
                                + "'attempts':0,'retries':0,'status_classes':{'none':0,'1xx':0,"
                                + "'2xx':0,'3xx':0,'4xx':0,'5xx':0},'success_rate':null,"
                                + "'latency_ms':{'p50':null,'p95':null,'p99':null}}")
                .endsWith("{'date':'2026-11-22T04:29:00.000Z'," + counts + "}]}");
    }

    @ParameterizedTest
    @CsvSource({"1h,60", "24h,96", "7d,168", "30d,120", "'',96"})
    void has_buckets_for_a_chart(String range, int buckets) {
        ApiCall.Answer answer = api.as("acme-read").get(path + "?range=" + range);
        assertThat(answer.json().get("buckets")).hasSize(buckets);
        assertThat(answer.json().get("attempts").intValue()).isEqualTo(3);
    }

    @Test
    void names_the_ranges_there_are() {
        ApiCall.Answer answer = api.as("acme-read").get(path + "?range=2h");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("'range':'must be 1h or 24h or 30d or 7d'");
        assertThat(api.as("acme-read").get(path + "?rang=1h").text())
                .contains("'rang':'unknown parameter'");
    }

    @Test
    void is_nobody_elses_business() {
        assertThat(api.as("other-read").get(path).status()).isEqualTo(404);
    }
}

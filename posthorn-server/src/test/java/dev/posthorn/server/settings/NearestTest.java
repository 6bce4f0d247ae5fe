package dev.posthorn.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES = List.of("listen", "data", "retention", "max-batch");

    @ParameterizedTest
    @CsvSource({"listn,listen", "retension,retention", "maxbatch,max-batch", "dat,data", "zzzzz,"})
    void finds_what_was_probably_meant(String word, String expected) {
        assertThat(Nearest.to(word, NAMES).orElse(null)).isEqualTo(expected);
    }
}

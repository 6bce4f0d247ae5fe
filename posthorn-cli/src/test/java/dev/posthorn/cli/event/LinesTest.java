package dev.posthorn.cli.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void skips_blank_lines_but_counts_them() throws IOException {
        assertThat(numbered("a\n\n \t\r\nb\r\nc")).containsExactly("1:a", "4:b", "5:c");
    }

    @Test
    void an_empty_stream_has_no_lines() throws IOException {
        assertThat(numbered("")).isEmpty();
        assertThat(numbered("\n\n")).isEmpty();
    }

    @Test
    void a_line_may_be_longer_than_the_buffer() throws IOException {
        String longLine = "é".repeat(200_000);
        assertThat(numbered(longLine + "\nx\n")).containsExactly("1:" + longLine, "2:x");
    }

    @Test
    void knows_how_far_it_has_read() throws IOException {
        var lines = new Lines(new ByteArrayInputStream("ab\ncd\n".getBytes(UTF_8)));
        lines.next();
        assertThat(lines.bytes()).isEqualTo(3);
    }

    private static List<String> numbered(String text) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)));
        var all = new ArrayList<String>();
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(lines.number() + ":" + new String(line.get(), UTF_8));
        }
        return all;
    }
}

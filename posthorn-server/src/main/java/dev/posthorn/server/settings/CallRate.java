package dev.posthorn.server.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often one key may call the API; as many at once are fine.
 *
 * @param calls 0 for any number
 * @param windowS in so many seconds
 */
public record CallRate(int calls, int windowS) {
    /** More than any node answers. */
    private static final int MOST = 1_000_000;

    private static final Pattern FORM = Pattern.compile("(\\d{1,7})/([smh])");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600);

    /** {@code off}, {@code 100/s}, {@code 6000/m} or {@code 100000/h}. */
    static CallRate parse(String text) throws NotAValue {
        if (text.strip().equals("off")) {
            return new CallRate(0, 1);
        }
        Matcher matcher = FORM.matcher(text.strip());
        int calls = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (calls < 1 || calls > MOST) {
            throw new NotAValue(
                    "must be off or calls in a time, such as 100/s, 6000/m or 100000/h");
        }
        return new CallRate(calls, SECONDS.getOrDefault(matcher.group(2), 1));
    }
}

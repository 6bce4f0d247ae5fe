package dev.posthorn.cli.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes what is published of one line of a file. The bytes of the line itself are never changed,
 * only surrounded: what they say reaches receivers as it was written.
 */
final class EventLine {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String KEY = "idempotency_key";

    /** Of the hash: enough that no two lines of anyone's uploads meet. */
    private static final int KEY_BYTES = 16;

    /** With its quotes. */
    private final @Nullable String type;

    /** What the idempotency keys of this upload have in common. */
    private final byte[] upload;

    /**
     * @param type of every event, its data the line; null when each line is a whole event
     * @param upload its name: lines of another upload are other events, be they the same
     */
    EventLine(@Nullable String type, String upload) {
        this.type = type == null ? null : JsonNodeFactory.instance.stringNode(type).toString();
        this.upload = (upload + "\n" + this.type + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** {@code number} from 1. Throws {@link NotAnEvent} for what is no JSON object. */
    byte[] event(byte[] line, long number) throws NotAnEvent {
        boolean hasKey = scan(line);
        String key = "\"" + KEY + "\":\"" + key(line, number) + "\"";
        if (type != null) {
            return joined("{\"type\":" + type + "," + key + ",\"data\":", line, 0, "}");
        }
        int brace = brace(line);
        boolean empty = firstAfter(line, brace) == '}';
        return hasKey ? line : joined("{" + key + (empty ? "" : ","), line, brace + 1, "");
    }

    /** The same for the same line at the same place of the same upload, and for no other. */
    private String key(byte[] line, long number) {
        MessageDigest digest = sha256();
        digest.update(upload);
        byte[] hash = digest.digest(line);
        return HexFormat.of().formatHex(hash, 0, KEY_BYTES) + "-" + number;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the line is one JSON object and nothing else. */
    static boolean isObject(byte[] line) {
        try {
            scan(line);
            return true;
        } catch (NotAnEvent _) {
            return false;
        }
    }

    /** Reads the whole line once; whether the object has a key of its own. */
    private static boolean scan(byte[] line) throws NotAnEvent {
        boolean hasKey = false;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotAnEvent("is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                hasKey |= parser.currentName().equals(KEY);
                parser.nextToken();
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new NotAnEvent("has more than one JSON object");
            }
        } catch (JacksonException e) {
            throw new NotAnEvent("is not JSON: " + e.getOriginalMessage());
        }
        return hasKey;
    }

    private static int brace(byte[] line) {
        int at = 0;
        while (line[at] != '{') {
            at++;
        }
        return at;
    }

    private static int firstAfter(byte[] line, int at) {
        int next = at + 1;
        while (line[next] <= ' ') {
            next++;
        }
        return line[next];
    }

    private static byte[] joined(String before, byte[] line, int from, String after) {
        var joined = new ByteArrayOutputStream(before.length() + line.length + 1);
        joined.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        joined.write(line, from, line.length - from);
        joined.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return joined.toByteArray();
    }

    /** A line that cannot be published; the message completes a sentence about it. */
    static final class NotAnEvent extends Exception {
        NotAnEvent(String message) {
            super(message);
        }
    }
}

package dev.posthorn.core.wire;

/**
 * A configured URL taken apart once, so that an event's id can be put behind its path.
 *
 * @param path everything up to the path's end, without a slash there
 * @param query from its question mark on, or nothing
 */
public record UrlParts(String path, String query) {

    public static UrlParts of(String url) {
        int fragment = url.indexOf('#');
        String sent = fragment < 0 ? url : url.substring(0, fragment);
        int question = sent.indexOf('?');
        int end = question < 0 ? sent.length() : question;
        String query = sent.substring(end);
        while (end > 0 && sent.charAt(end - 1) == '/') {
            end--;
        }
        return new UrlParts(sent.substring(0, end), query);
    }

    /** Joined with exactly one slash, before the query. */
    public String append(String segment) {
        return path + '/' + segment + query;
    }
}

package dev.posthorn.server.dashboard.visit;

import dev.posthorn.server.http.Method;

/**
 * One line of the dashboard's table of pages.
 *
 * @param template a path such as {@code /ui/webhooks/{id}}
 */
public record PageRoute(Method method, String template, Need need, Page page) {
    public static PageRoute get(String template, Need need, Page page) {
        return new PageRoute(Method.GET, template, need, page);
    }

    /** A form: refused without its token. */
    public static PageRoute post(String template, Need need, Page page) {
        return new PageRoute(Method.POST, template, need, page);
    }
}

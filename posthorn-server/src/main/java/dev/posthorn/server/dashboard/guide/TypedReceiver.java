package dev.posthorn.server.dashboard.guide;

import dev.posthorn.server.dashboard.visit.Form;

/**
 * The first step as it stands in the form, right or wrong: nothing typed is lost.
 *
 * @param own whether the receiver is one's own, at {@code url}
 * @param problem what is wrong with the URL, empty when nothing is
 */
public record TypedReceiver(boolean own, String url, String problem) {
    static final TypedReceiver SAMPLE = new TypedReceiver(false, "", "");

    static TypedReceiver of(Form form) {
        return new TypedReceiver(form.text("receiver").equals("own"), form.text("url").strip(), "");
    }

    TypedReceiver withProblem(String what) {
        return new TypedReceiver(own, url, what);
    }
}

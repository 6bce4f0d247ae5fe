package dev.posthorn.server.listener;

import java.util.ArrayList;
import java.util.List;

/** A connection that remembers what it was given. */
final class ScriptedStream implements ListenerStream {
    final List<ListenerRequest> sent = new ArrayList<>();
    final List<String> ends = new ArrayList<>();
    int beats;
    long unsent;

    @Override
    public void send(ListenerRequest request) {
        sent.add(request);
    }

    @Override
    public void beat() {
        beats++;
    }

    @Override
    public long unsentBytes() {
        return unsent;
    }

    @Override
    public void end(String why) {
        ends.add(why);
    }

    List<String> paths() {
        return sent.stream()
                .map(request -> request.request().url())
                .map(url -> url.substring(url.lastIndexOf('/')))
                .toList();
    }
}

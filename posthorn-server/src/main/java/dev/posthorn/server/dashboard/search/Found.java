package dev.posthorn.server.dashboard.search;

import java.util.List;

/** What a search came to. {@code text}: as it was typed. */
public record Found(String text, List<Hit> hits) {}

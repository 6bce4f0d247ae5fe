package dev.posthorn.cli.terminal;

/** How a piece of text looks on a terminal; {@code sgr} are ECMA-48 "select graphic rendition". */
public enum Style {
    PLAIN("0"),
    BOLD("1"),
    DIM("2"),
    GOOD("32"),
    BAD("31"),
    WAITING("33"),
    NAME("36");

    private final String sgr;

    Style(String sgr) {
        this.sgr = sgr;
    }

    String on(String text) {
        return this == PLAIN ? text : "\u001b[" + sgr + "m" + text + "\u001b[0m";
    }

    /** The look of a state of a delivery, an endpoint, an event or a task. */
    public static Style ofState(String state) {
        return switch (state) {
            case "delivered", "valid", "active", "succeeded" -> GOOD;
            case "failed", "invalid", "blocked" -> BAD;
            case "pending", "new", "processing", "unconfigured" -> WAITING;
            default -> PLAIN;
        };
    }
}

package dev.posthorn.core.log;

/** A page without its rows. */
record PageShape(boolean hasMore, long nextAfter, int total, boolean totalCapped) {
    static PageShape of(Page<?> page) {
        return new PageShape(page.hasMore(), page.nextAfter(), page.total(), page.totalCapped());
    }
}

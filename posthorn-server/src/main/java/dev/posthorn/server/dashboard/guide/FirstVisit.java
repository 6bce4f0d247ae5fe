package dev.posthorn.server.dashboard.guide;

import dev.posthorn.server.dashboard.home.HomePages;
import dev.posthorn.server.dashboard.visit.Cookies;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.Visit;

/** Where somebody begins: the overview, or the first steps while there is nothing to look over. */
public final class FirstVisit {
    private static final String PUT_AWAY = "off";

    private FirstVisit() {}

    /** A path of ours. */
    public static String start(Visit visit) {
        boolean first =
                visit.frame().may(Need.MANAGES)
                        && visit.desk().endpoints().isEmpty()
                        && Cookies.read(visit.request(), Cookies.GUIDE)
                                .filter(PUT_AWAY::equals)
                                .isEmpty();
        return first ? GuidePages.PATH : HomePages.PATH;
    }

    /** The cookie that puts the first steps away on this browser. */
    static String putAway(Cookies cookies) {
        return cookies.choice(Cookies.GUIDE, PUT_AWAY);
    }
}

package dev.posthorn.server.dashboard.deliveries;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.util.List;

/** Sends one delivery again or at once, and cancels one; then leads back. */
public final class DeliveryPages {
    private static final String OTHERWISE = "/ui/queue";

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.post("/ui/deliveries/{id}/resend", Need.MANAGES, DeliveryPages::resend),
                PageRoute.post("/ui/deliveries/{id}/cancel", Need.MANAGES, DeliveryPages::cancel));
    }

    private static Response resend(Visit visit) {
        return said(visit.desk().sending().resend(visit.request().value("id")), visit);
    }

    private static Response cancel(Visit visit) {
        return said(visit.desk().sending().cancel(visit.request().value("id")), visit);
    }

    private static Response said(CommandAnswer answer, Visit visit) {
        String done =
                switch (answer) {
                    case CommandAnswer.Reopened _, CommandAnswer.Made _ -> "resent";
                    case CommandAnswer.Hastened _ -> "hastened";
                    case CommandAnswer.CancelAsked _ -> "cancelled";
                    case CommandAnswer.Left _ -> "left";
                    case CommandAnswer.PayloadGone _ ->
                            throw new RefusedException(
                                    ApiError.of(
                                            ErrorCode.CONFLICT,
                                            visit.words().say("delivery.payload-gone")));
                    case CommandAnswer.Unknown _ -> throw new RefusedException(ApiError.notFound());
                };
        return visit.to(Visit.back(visit.form().text("back"), OTHERWISE), done);
    }
}

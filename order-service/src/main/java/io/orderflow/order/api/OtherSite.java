package io.orderflow.order.api;

import io.orderflow.messaging.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import org.springframework.http.HttpStatus;

/// A page of another site made the operator's browser send this, with the log-in that the browser remembers. It is
/// told by the headers that browsers set themselves: `Sec-Fetch-Site`, or `Origin` from those that lack it. Programs
/// send neither.
final class OtherSite extends Refusal {
    @Serial
    private static final long serialVersionUID = 1L;

    private OtherSite() {
        super(
                HttpStatus.FORBIDDEN,
                "other-site",
                "Asked by another site",
                "The operator's log-in does not count for what a page of another site asks.");
    }

    /// Passes what no other site has asked.
    ///
    /// @throws OtherSite for the rest
    static void refuse(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean ours = site == null
                ? origin == null || origin.endsWith("://" + request.getHeader("Host"))
                : site.equals("same-origin") || site.equals("none");
        if (!ours) {
            throw new OtherSite();
        }
    }
}

package io.orderflow.messaging.outbox;

import io.orderflow.messaging.ThisService;
import io.orderflow.messaging.operations.Members;
import io.orderflow.messaging.web.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;

/// `/actuator/replays`: what the service said and the outbox still keeps, and the saying of it again.
@Endpoint(id = "replays")
class ReplaysEndpoint {
    private static final int REPLAYS = 100;
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final ThisService service;
    private final History history;
    private final Replays replays;
    private final Runnable noted;

    /// @param noted is run when there is something to do for the relay
    ReplaysEndpoint(ThisService service, History history, Replays replays, Runnable noted) {
        this.service = service;
        this.history = history;
        this.replays = replays;
        this.noted = noted;
    }

    /// The replays.
    ///
    /// @param replays the latest first
    record Listed(List<Replays.View> replays) {}

    /// A page of what was said. What the facts say stands in none of them.
    ///
    /// @param facts in the order in which they were said
    /// @param next  what `after` is for the next page; null: this is the last
    record Page(List<History.Said> facts, @Nullable Long next) {}

    /// What was asked for.
    ///
    /// @param atMost how many facts match at most
    record Accepted(long id, long atMost) {}

    @ReadOperation
    Listed replays() {
        return new Listed(replays.latest(Long.MAX_VALUE, REPLAYS));
    }

    /// `GET /actuator/replays/history`, with `event` for one fact as a whole; `GET /actuator/replays/{id}`.
    ///
    /// @param which `history`, or the id of a replay
    @ReadOperation
    Object look(
            @Selector String which,
            @Nullable String type,
            @Nullable String about,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer limit,
            @Nullable Long after,
            @Nullable UUID event) {
        if (!which.equals("history")) {
            return replays.one(id(which)).orElseThrow(() -> Replays.unknown(which));
        }
        if (event != null) {
            return history.event(event)
                    .orElseThrow(() -> new Refusal(
                            HttpStatus.NOT_FOUND,
                            "unknown-event",
                            "Unknown event",
                            "The outbox does not keep an event with this id."));
        }
        int most = limit == null ? PAGE : Math.clamp(limit, 1, LARGEST_PAGE);
        List<History.Said> facts = history.page(selection(type, about, from, to), after == null ? 0 : after, most);
        return new Page(facts, facts.size() < most ? null : facts.getLast().cursor());
    }

    /// `POST /actuator/replays`.
    ///
    /// @param types  routing keys, separated by commas
    /// @param about  an order's id or a SKU
    /// @param reader the one service that is to hear it
    /// @param rate   how many facts a second
    @WriteOperation
    WebEndpointResponse<Accepted> ask(
            @Nullable String types,
            @Nullable String about,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reader,
            @Nullable String rate,
            @Nullable String why) {
        Members.only("types", "about", "from", "to", "reader", "rate", "why");
        Replays.View asked =
                replays.ask(ReplayRequest.of(selection(types, about, from, to), reader, ReplayRequest.rate(rate)), why);
        noted.run();
        return new WebEndpointResponse<>(new Accepted(asked.id(), asked.leftAtMost()), HttpStatus.ACCEPTED.value());
    }

    /// `DELETE /actuator/replays/{id}?why=…`.
    @DeleteOperation
    Replays.View cancel(@Selector String id, @Nullable String why) {
        return replays.cancel(id(id), why);
    }

    private Selection selection(
            @Nullable String types, @Nullable String about, @Nullable String from, @Nullable String to) {
        return ReplayRequest.selection(
                service, types, about, ReplayRequest.time("from", from), ReplayRequest.time("to", to));
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw Replays.unknown(text.length() > 20 ? "like that" : text);
        }
    }
}

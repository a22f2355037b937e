package io.orderflow.messaging.parking;

import io.orderflow.messaging.operations.Members;
import io.orderflow.messaging.web.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;

/// `/actuator/parked`: the messages that the service could not handle, and what operators do about them.
@Endpoint(id = "parked")
class ParkedEndpoint {
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;
    private static final int RATE = 100;
    private static final int HIGHEST_RATE = 1000;

    private static final Set<String> MANY = Set.of("replay", "discard");

    private final Parking parking;
    private final OneMessage one;
    private final Runs runs;

    ParkedEndpoint(Parking parking, OneMessage one, Runs runs) {
        this.parking = parking;
        this.one = one;
        this.runs = runs;
    }

    /// What is parked, by groups; or the messages of a group.
    ///
    /// @param group of this group
    /// @param limit how many at most, 100 without it
    /// @param after only those after this place, which is `next` of the page before
    @ReadOperation
    Object parked(@Nullable String group, @Nullable Integer limit, @Nullable String after) {
        if (group == null) {
            return overview();
        }
        var collector = new Page.Collector(group);
        parking.visit(collector);
        Page page = collector.page(after, limit == null ? PAGE : Math.clamp(limit, 1, LARGEST_PAGE));
        if (page == null) {
            throw noGroup(group);
        }
        return page;
    }

    private Overview overview() {
        var census = new Overview.Census();
        Visit.Seen seen = parking.visit(census);
        Progress progress = runs.progress();
        boolean running = progress != null && progress.ended() == null;
        return new Overview(
                parking.queue(),
                seen.count(),
                seen.seen(),
                seen.truncated(),
                census.groups(),
                running ? progress : null,
                running ? null : progress);
    }

    /// One message with all that it has.
    @ReadOperation
    MessageView message(@Selector String key) {
        return one.show(key);
    }

    /// Replays, edits and replays, or discards one message.
    ///
    /// @param action `replay`, `edit` or `discard`
    /// @param body   of `edit`: the new body, as text
    /// @param type   of `edit`: the event's type, if it is to be another
    @WriteOperation
    OneMessage.Done act(
            @Selector String key,
            @Nullable String action,
            @Nullable String why,
            @Nullable String body,
            @Nullable String type) {
        Members.only("action", "why", "body", "type");
        return switch (action) {
            case "replay" -> one.replay(key, why);
            case "discard" -> one.discard(key, why);
            case "edit" -> {
                if (body == null) {
                    throw invalid("An edit wants the new body in `body`, as text.");
                }
                yield one.edit(key, why, body, type);
            }
            case null, default -> throw invalid("`action` is `replay`, `edit` or `discard`.");
        };
    }

    /// Replays or discards all messages of a group, or all. It goes on in the background.
    ///
    /// @param action `replay` or `discard`
    /// @param group  of this group
    /// @param all    true: of all groups
    /// @param rate   how many a second at most, from 1 to 1000; 100 without it
    @WriteOperation
    WebEndpointResponse<Progress> actOnMany(
            @Nullable String action,
            @Nullable String group,
            @Nullable Boolean all,
            @Nullable Integer rate,
            @Nullable String why) {
        Members.only("action", "why", "group", "all", "rate");
        if (action == null || !MANY.contains(action)) {
            throw invalid("`action` is `replay` or `discard`.");
        }
        if (Boolean.TRUE.equals(all) == (group != null)) {
            throw invalid("Say which: either `group`, or `all` as true.");
        }
        if (rate != null && (rate < 1 || rate > HIGHEST_RATE)) {
            throw invalid("`rate` is from 1 to " + HIGHEST_RATE + " a second.");
        }
        return new WebEndpointResponse<>(
                runs.begin(action, group, rate == null ? RATE : rate, why), HttpStatus.ACCEPTED.value());
    }

    static Refusal noGroup(String group) {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "no-such-group",
                "No such group",
                "No parked message is in a group " + group + ".");
    }

    private static Refusal invalid(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", detail);
    }
}

package io.orderflow.messaging.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/// `GET /actuator/operations`: what operators did to this service, the latest first.
@Endpoint(id = "operations")
class OperationsEndpoint {
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final OperatorActions actions;

    OperationsEndpoint(OperatorActions actions) {
        this.actions = actions;
    }

    /// A page of the record.
    ///
    /// @param operations the latest first
    record Page(List<OperatorActions.Action> operations) {}

    /// @param before only what is older than the record with this id; the latest without it
    /// @param limit  how many at most, 100 without it
    @ReadOperation
    Page operations(@Nullable Long before, @Nullable Integer limit) {
        return new Page(actions.latest(
                before == null ? Long.MAX_VALUE : before, limit == null ? PAGE : Math.clamp(limit, 1, LARGEST_PAGE)));
    }
}

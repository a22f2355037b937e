package io.orderflow.messaging.web;

import org.springframework.security.core.context.SecurityContextHolder;

/// Tells whether the operator asks.
public final class OperatorAccess {
    /// Of those who may see and change what is the business's.
    static final String ROLE = "OPERATOR";

    /// Of those who see to the machinery: the actuator's endpoints.
    static final String OPERATIONS = "OPERATIONS";

    private OperatorAccess() {}

    /// True if the present request came with the operator's log-in.
    public static boolean isOperator() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.isAuthenticated()
                && authentication.getAuthorities().stream()
                        .anyMatch(granted -> ("ROLE_" + ROLE).equals(granted.getAuthority()));
    }
}

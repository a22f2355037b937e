package io.orderflow.messaging.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds how many requests are in hand at once. A virtual thread for each costs next to nothing, but what all of them
/// wait for, a connection to the database, does not come sooner: the longer the queue, the more of them time out,
/// come again, and make it longer. Those that see to the machinery are let through: they are few, and needed most then.
final class AtOnce extends OncePerRequestFilter {
    private static final String MACHINERY = "/actuator";

    private final Semaphore room;
    private final ProblemWriter problems;

    /// @param most how many at once, at least 1
    AtOnce(int most, ProblemWriter problems) {
        this.room = new Semaphore(most);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(MACHINERY);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!room.tryAcquire()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(ThreadLocalRandom.current().nextInt(1, 4)));
            problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "try-again",
                    "Try again",
                    "Too many requests are in hand at once; nothing was changed.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            room.release();
        }
    }
}

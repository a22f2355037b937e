package io.orderflow.messaging.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;

/// The HTTP paths of a service that are open to everyone. Whatever is not named wants the operator's log-in.
public final class OpenPaths {
    private final List<Path> paths;

    private OpenPaths(List<Path> paths) {
        this.paths = List.copyOf(paths);
    }

    /// No path but the health.
    public static OpenPaths none() {
        return new OpenPaths(List.of());
    }

    /// Paths that everyone may read.
    ///
    /// @param patterns as Spring MVC's path patterns, for example `/orders/*`
    public static OpenPaths get(String... patterns) {
        return none().andGet(patterns);
    }

    /// And these, to read.
    public OpenPaths andGet(String... patterns) {
        return and(HttpMethod.GET, patterns);
    }

    /// And these, to post to.
    public OpenPaths andPost(String... patterns) {
        return and(HttpMethod.POST, patterns);
    }

    List<Path> paths() {
        return paths;
    }

    private OpenPaths and(HttpMethod method, String... patterns) {
        var all = new ArrayList<>(paths);
        for (String pattern : patterns) {
            all.add(new Path(method, pattern));
        }
        return new OpenPaths(all);
    }

    record Path(HttpMethod method, String pattern) {}
}

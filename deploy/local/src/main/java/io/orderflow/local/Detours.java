package io.orderflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Other addresses by which services reach what they depend on, so that something of a test's can stand in between.
///
/// @param addresses by what leads there, for example `127.0.0.1:41001` by `payment.broker`
record Detours(Map<String, String> addresses) {
    private static final String PORT = "[1-9][0-9]{0,4}";
    private static final Pattern LINE = Pattern.compile("([a-z]+\\.(?:broker|database))=([A-Za-z0-9.-]+:" + PORT + ")");
    private static final int HIGHEST_PORT = 65_535;

    Detours {
        addresses = Map.copyOf(addresses);
    }

    static Detours none() {
        return new Detours(Map.of());
    }

    /// The detours that a file names, one a line; empty lines and lines that begin with `#` say nothing.
    ///
    /// @throws Refused if there is no such file or a line that is none
    static Detours read(Path file) {
        var addresses = new TreeMap<String, String>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var read = LINE.matcher(line.strip());
                    if (!read.matches() || !isService(read.group(1)) || port(read.group(2)) > HIGHEST_PORT) {
                        throw new Refused("ORDERFLOW_DETOURS names " + file + ", where the line '" + line.strip()
                                + "' is not like payment.broker=127.0.0.1:41001 or payment.database=127.0.0.1:41002.");
                    }
                    if (addresses.put(read.group(1), read.group(2)) != null) {
                        throw new Refused("ORDERFLOW_DETOURS names " + file + ", which says two things of "
                                + read.group(1) + ".");
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new Refused("ORDERFLOW_DETOURS names " + file + ", which cannot be read.", unreadable);
        }
        return new Detours(addresses);
    }

    /// Host and port at which a service finds the broker.
    Optional<String> broker(Service service) {
        return Optional.ofNullable(addresses.get(service.id() + ".broker"));
    }

    /// Host and port at which a service finds its database.
    Optional<String> database(Service service) {
        return Optional.ofNullable(addresses.get(service.id() + ".database"));
    }

    /// As [#read] reads it.
    String text() {
        return new TreeMap<>(addresses)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static boolean isService(String key) {
        for (Service service : Service.values()) {
            if (key.startsWith(service.id() + ".")) {
                return true;
            }
        }
        return false;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}

package io.orderflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One instance of one service, as a process of its own that outlives the launcher.
///
/// @param state    where log and process id are kept
/// @param plan     which port it has
/// @param service  which service
/// @param instance counted from 1
record ServiceProcess(State state, Plan plan, Service service, int instance) {
    private static final String OPTIONS = "ORDERFLOW_JAVA_OPTIONS";

    String name() {
        return service.id() + "-" + instance;
    }

    String url() {
        return plan.url(service, instance);
    }

    Path log() {
        return state.log(name());
    }

    Optional<ProcessIdentity> running() {
        return state.pids().running(name());
    }

    /// True if it says of itself that it is well.
    boolean healthy(Http http) {
        var answer = http.get(url() + "/actuator/health", Map.of());
        return answer.status() == 200
                && answer.body().path("status").asString("").equals("UP");
    }

    /// True if it runs and its jar was built anew, and differently, since it was started: it then runs code that is no
    /// longer there.
    boolean outdated() {
        return running().isPresent() && !state.build(name()).equals(Optional.of(Build.of(service.jar(state.root()))));
    }

    /// What the JVM of each service is given besides, with blanks between.
    static List<String> options(@Nullable String set) {
        return set == null || set.isBlank() ? List.of() : List.of(set.strip().split("\\s+"));
    }

    void start() {
        var words = new ArrayList<String>();
        words.add(Command.exists("setsid") ? "setsid" : "nohup");
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(commonOptions());
        words.addAll(options(System.getenv(OPTIONS)));
        words.addAll(program());
        var builder = new ProcessBuilder(words)
                .directory(state.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log().toFile());
        builder.environment().putAll(settings());
        try {
            keepLastLog();
            state.keepBuild(name(), Build.of(service.jar(state.root())));
            Process process = builder.start();
            state.pids()
                    .record(
                            name(),
                            ProcessIdentity.of(process.pid())
                                    .orElseThrow(() -> new Refused(name() + " ended at once.")));
        } catch (IOException notStarted) {
            throw new Refused(name() + " cannot be started: " + notStarted.getMessage(), notStarted);
        }
    }

    private List<String> commonOptions() {
        try {
            return Files.readAllLines(state.root().resolve("deploy/local/jvm.options"));
        } catch (IOException unreadable) {
            throw new Refused("deploy/local/jvm.options cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /// The jar; if its start was trained, unpacked, as the cache knows it.
    private List<String> program() {
        Path jar = service.jar(state.root());
        Path launch = jar.resolveSibling("launch");
        if (!Files.exists(launch.resolve("trained"))) {
            return List.of("-jar", jar.toString());
        }
        return List.of(
                "-XX:AOTCache=" + launch.resolve(service.id() + "-service.aot"),
                "-jar",
                launch.resolve(jar.getFileName()).toString());
    }

    /// Why it does not come up, in its own words.
    String reason() {
        return LogLine.thatMatters(log()).orElse("it wrote nothing to its log") + " (" + log() + ")";
    }

    /// Asks it to end and, if it does not within the time, ends it.
    ///
    /// @return true if it ended of itself
    static boolean end(ProcessIdentity process, Duration atMost) {
        if (Waiting.until(atMost, () -> !process.alive())) {
            return true;
        }
        process.kill();
        Waiting.until(Duration.ofSeconds(5), () -> !process.alive());
        return false;
    }

    Map<String, String> settings() {
        Secrets secrets = state.secrets();
        Detours detours = state.detours();
        var settings = new LinkedHashMap<String, String>();
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SERVER_PORT", Integer.toString(plan.http(service, instance)));
        settings.put(
                "SPRING_DATASOURCE_URL",
                Postgres.url(detours.database(service).orElse("127.0.0.1:" + plan.postgres()), service.database()));
        settings.put("SPRING_DATASOURCE_USERNAME", service.id());
        settings.put("SPRING_DATASOURCE_PASSWORD", secrets.database(service));
        settings.put("SPRING_FLYWAY_USER", service.owner());
        settings.put("SPRING_FLYWAY_PASSWORD", secrets.owner(service));
        String broker = detours.broker(service).orElse("127.0.0.1:" + plan.amqp());
        settings.put("SPRING_RABBITMQ_HOST", broker.substring(0, broker.indexOf(':')));
        settings.put("SPRING_RABBITMQ_PORT", broker.substring(broker.indexOf(':') + 1));
        settings.put("SPRING_RABBITMQ_USERNAME", service.id());
        settings.put("SPRING_RABBITMQ_PASSWORD", secrets.broker(service));
        settings.put("SPRING_RABBITMQ_VIRTUAL_HOST", Definitions.VHOST);
        settings.put("ORDERFLOW_OPERATOR_PASSWORD", secrets.operator());
        settings.put("ORDERFLOW_OPERATIONS_PASSWORDS_OPERATIONS", secrets.operations());
        if (service == Service.SHIPPING) {
            settings.put("ORDERFLOW_SHIPPING_WEBHOOK_SECRET", secrets.webhook());
        }
        if (service == Service.ANALYTICS) {
            owners().forEach(owner -> settings.put(
                    "ORDERFLOW_ANALYTICS_OWNERS_" + owner.id().toUpperCase(Locale.ROOT), plan.url(owner, 1)));
        }
        return settings;
    }

    /// The services whose own figures analytics compares with its.
    private static List<Service> owners() {
        return Stream.of(Service.values())
                .filter(owner -> owner != Service.ANALYTICS)
                .toList();
    }

    private void keepLastLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), log().resolveSibling(name() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

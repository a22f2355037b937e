package io.orderflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The PostgreSQL server with one database for each service. It outlives the launcher and listens on loopback only.
final class Postgres {
    static final String SUPERUSER = "postgres";
    private static final String PID = "postgres";
    private static final String LOCK = "postmaster.pid";
    private static final Duration UNTIL_REAPED = Duration.ofSeconds(30);
    private static final String OPTIONS = String.join(
            " ",
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=",
            "-c max_connections=200",
            "-c shared_buffers=128MB",
            "-c idle_in_transaction_session_timeout=60s",
            "-c log_error_verbosity=terse", // the detail of an error quotes the row, which may be about a person
            "-c timezone=UTC",
            "-c log_timezone=UTC");

    private final State state;
    private final Plan plan;

    Postgres(State state, Plan plan) {
        this.state = state;
        this.plan = plan;
    }

    Optional<ProcessIdentity> running() {
        return state.pids().running(PID);
    }

    /// Starts it where it was left off; the very first time, makes its data.
    void start(Progress progress) {
        var user = Unprivileged.find();
        Path home = PostgresHome.find(state, user, progress);
        var binaries = PostgresBinaries.find();
        Path programs = binaries.unpack(home);
        Path data = home.resolve("data");
        Path logs = home.resolve("log");
        for (Path folder : List.of(data, logs)) {
            PostgresHome.make(folder, "rwx------");
            user.own(folder);
        }
        if (Files.exists(data.resolve("PG_VERSION"))) {
            refuseOtherVersion(data, binaries);
        } else {
            initialise(user, programs, home, data);
        }
        Command.Result started = launch(user, programs, home, data, logs);
        // One that was killed keeps its process id, and with it the lock, until it is reaped.
        long end = System.nanoTime() + UNTIL_REAPED.toNanos();
        while (!started.succeeded() && Files.exists(data.resolve(LOCK)) && System.nanoTime() < end) {
            started = launch(user, programs, home, data, logs);
        }
        if (!started.succeeded()) {
            throw new Refused("PostgreSQL does not start: "
                    + LogLine.thatMatters(logs.resolve("postgres.log"))
                            .orElse(started.output().strip()));
        }
        state.pids().record(PID, ProcessIdentity.of(serverPid(data)).orElseThrow());
    }

    private Command.Result launch(Unprivileged user, Path programs, Path home, Path data, Path logs) {
        return Command.run(
                home,
                Duration.ofSeconds(90),
                user.command(
                        programs.resolve("pg_ctl").toString(),
                        "start",
                        "-D",
                        data.toString(),
                        "-l",
                        logs.resolve("postgres.log").toString(),
                        "-w",
                        "-t",
                        "80",
                        "-o",
                        "-p " + plan.postgres() + " " + OPTIONS));
    }

    /// Ends it in order: connections are closed, everything is on disk.
    void stop() {
        running().ifPresent(process -> {
            Path home = state.postgresHome().orElseThrow();
            var stopped = Command.run(
                    home,
                    Duration.ofSeconds(70),
                    Unprivileged.find()
                            .command(
                                    PostgresBinaries.find()
                                            .unpack(home)
                                            .resolve("pg_ctl")
                                            .toString(),
                                    "stop",
                                    "-D",
                                    home.resolve("data").toString(),
                                    "-m",
                                    "fast",
                                    "-w",
                                    "-t",
                                    "30"));
            if (!stopped.succeeded() && !Waiting.until(Duration.ofSeconds(2), () -> !process.alive())) {
                process.kill();
            }
        });
        state.pids().forget(PID);
    }

    String url(String database) {
        return url("127.0.0.1:" + plan.postgres(), database);
    }

    /// The JDBC URL of a database that is reached at an address.
    ///
    /// @param address host and port
    static String url(String address, String database) {
        return "jdbc:postgresql://" + address + "/" + database;
    }

    private void initialise(Unprivileged user, Path programs, Path home, Path data) {
        try {
            Path password = Files.createTempFile(home, "password", "");
            try {
                Files.writeString(password, state.secrets().postgres() + "\n");
                user.own(password);
                var made = Command.run(
                        home,
                        Duration.ofMinutes(2),
                        user.command(
                                programs.resolve("initdb").toString(),
                                "--pgdata=" + data,
                                "--username=" + SUPERUSER,
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8"));
                if (!made.succeeded()) {
                    throw new Refused("PostgreSQL cannot make its data in " + data + ": "
                            + made.output().strip());
                }
            } finally {
                Files.deleteIfExists(password);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void refuseOtherVersion(Path data, PostgresBinaries binaries) {
        try {
            String kept = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!kept.equals(binaries.major())) {
                throw new Refused("The data in " + data + " is PostgreSQL " + kept + "'s and this build brings "
                        + binaries.major() + ": deploy/down --purge forgets the data.");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long serverPid(Path data) {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

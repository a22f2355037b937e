package io.orderflow.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where it was measured.
///
/// @param cores     that the driver may use
/// @param memoryMiB of the machine; 0 where it is not told
/// @param kernel    name and version
/// @param jdk       vendor and version
/// @param broker    RabbitMQ's version
/// @param postgres  PostgreSQL's version
/// @param load      the load average before the first measurement: what else the machine was doing
record Machine(int cores, long memoryMiB, String kernel, String jdk, String broker, String postgres, double load) {
    private static final int KIB_PER_MIB = 1024;

    static Machine here(String broker, String postgres, double load) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.runtime.version"),
                broker,
                postgres,
                load);
    }

    /// How many ticks of /proc are a second.
    static int ticksPerSecond() {
        try {
            Process getconf = new ProcessBuilder("getconf", "CLK_TCK").start();
            String said = new String(getconf.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return said.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(said) : 100;
        } catch (IOException noSuchProgram) {
            return 100;
        }
    }

    private static long memory() {
        try {
            return (long) Resident.kibibytes(Files.readString(Path.of("/proc/meminfo")), "MemTotal:") / KIB_PER_MIB;
        } catch (IOException notTold) {
            return 0;
        }
    }
}

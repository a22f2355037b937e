package io.orderflow.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a system has used up to an instant.
///
/// @param nanos        the instant
/// @param cpu          ticks of each process and its descendants
/// @param transactions committed in each service's database
/// @param rows         inserted, updated and deleted in each service's database
/// @param messages     the broker's counts
record Snapshot(
        long nanos,
        Map<String, Long> cpu,
        Map<String, Long> transactions,
        Map<String, Long> rows,
        Map<String, Long> messages) {
    /// At the beginning of a time: the kernel is asked last, so that asking costs nothing.
    static Snapshot opening(Subject subject) {
        var transactions = ofServices(subject, subject.server().transactions());
        var rows = ofServices(subject, subject.server().rowsWritten());
        var messages = subject.broker().messages(subject.vhost());
        return new Snapshot(System.nanoTime(), cpu(subject), transactions, rows, messages);
    }

    /// At the end of a time: the kernel is asked first.
    static Snapshot closing(Subject subject) {
        long nanos = System.nanoTime();
        var cpu = cpu(subject);
        return new Snapshot(
                nanos,
                cpu,
                ofServices(subject, subject.server().transactions()),
                ofServices(subject, subject.server().rowsWritten()),
                subject.broker().messages(subject.vhost()));
    }

    private static Map<String, Long> cpu(Subject subject) {
        ProcessTable table = ProcessTable.read();
        var cpu = new LinkedHashMap<String, Long>();
        subject.processes().forEach((name, pid) -> cpu.put(name, table.ticks(pid)));
        return cpu;
    }

    private static Map<String, Long> ofServices(Subject subject, Map<String, Long> byDatabase) {
        var byService = new LinkedHashMap<String, Long>();
        subject.databases()
                .forEach((service, database) -> byService.put(service, byDatabase.getOrDefault(database, 0L)));
        return byService;
    }
}

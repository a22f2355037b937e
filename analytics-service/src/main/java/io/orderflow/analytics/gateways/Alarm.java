package io.orderflow.analytics.gateways;

import io.orderflow.analytics.domain.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells whoever reads the log of what was found, once it is committed.
@Component
class Alarm {
    private static final Logger LOG = LoggerFactory.getLogger("io.orderflow.analytics.audit");

    void found(String about, Finding finding) {
        afterCommit(() -> LOG.error("{} does not hold for {}: {}", finding.rule(), about, finding.detail()));
    }

    void resolved(Discrepancy discrepancy) {
        afterCommit(() -> LOG.info("{} holds again for {}", discrepancy.rule(), discrepancy.about()));
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}

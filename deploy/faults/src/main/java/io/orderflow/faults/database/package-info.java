/// Faults of PostgreSQL: killed, restarted, its sessions ended.
@NullMarked
package io.orderflow.faults.database;

import org.jspecify.annotations.NullMarked;

/// Faults of demand: a provider in trouble, one product that everybody wants, more orders than can be
/// carried.
@NullMarked
package io.orderflow.faults.demand;

import org.jspecify.annotations.NullMarked;

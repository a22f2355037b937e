/// The starter: how a service says facts, hears them, and does what it must outside a transaction, without losing a
/// message or acting twice. A service author meets four ideas: [Events], [Reactions] with [ReactTo], [Work], and the
/// operations that come by themselves. Everything else is inside the packages below.
@NullMarked
package io.orderflow.messaging;

import org.jspecify.annotations.NullMarked;

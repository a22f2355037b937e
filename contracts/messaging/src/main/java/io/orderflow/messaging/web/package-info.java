/// What every service's HTTP face has in common: who may ask for what, and how a refusal looks (RFC 9457).
@NullMarked
package io.orderflow.messaging.web;

import org.jspecify.annotations.NullMarked;

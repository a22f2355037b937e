package io.orderflow.analytics.domain;

/// Something that must hold and does not.
///
/// @param rule   the rule's name in kebab-case, such as `captured-once`
/// @param detail what was found, in one sentence, without personal data
public record Finding(String rule, String detail) {}

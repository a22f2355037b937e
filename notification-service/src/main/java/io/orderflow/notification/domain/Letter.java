package io.orderflow.notification.domain;

/// A message in words, without its salutation.
///
/// @param about   the event that it tells of, by its routing key
/// @param subject one line
/// @param body    plain text
public record Letter(String about, String subject, String body) {}

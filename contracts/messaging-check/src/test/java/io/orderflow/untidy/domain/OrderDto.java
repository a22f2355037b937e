package io.orderflow.untidy.domain;

public record OrderDto() {}

package io.orderflow.untidy.domain;

public class BaseOrder {}

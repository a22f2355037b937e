package io.orderflow.untidy.domain;

import org.springframework.stereotype.Component;

@Component
public class KnowsSpring {}

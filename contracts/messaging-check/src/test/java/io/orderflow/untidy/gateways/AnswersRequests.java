package io.orderflow.untidy.gateways;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class AnswersRequests {}

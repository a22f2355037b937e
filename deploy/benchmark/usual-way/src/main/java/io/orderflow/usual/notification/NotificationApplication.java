package io.orderflow.usual.notification;

import io.orderflow.usual.Rabbit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// The notification service.
@SpringBootApplication
@Import({Rabbit.class, Rabbit.Publisher.class})
public class NotificationApplication {}

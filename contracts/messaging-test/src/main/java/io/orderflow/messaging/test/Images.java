package io.orderflow.messaging.test;

import org.testcontainers.utility.DockerImageName;

/// The images that tests run on where a container engine answers; pinned here and nowhere else.
final class Images {
    static final DockerImageName RABBITMQ = DockerImageName.parse("rabbitmq:4.3-management");
    static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18");

    private Images() {}
}

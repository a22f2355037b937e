package io.orderflow.bench;

/// Makes room for another system on the broker and the PostgreSQL server of one whose services have ended.
final class Room {
    private Room() {}

    /// Drops what is there, and makes a virtual host, a role and six databases.
    static void make(Subject orderflow, String vhost, String role, String password) {
        Server server = orderflow.server();
        orderflow.databases().values().forEach(database -> server.execute("drop database " + database));
        server.execute("create role " + role + " login password '" + password + "'");
        for (String service : Subject.SERVICES) {
            server.execute("create database usual_" + service + " owner " + role);
        }
        server.execute("checkpoint");
        Management broker = orderflow.broker();
        arrange(broker, "DELETE", "/api/vhosts/" + orderflow.vhost(), "");
        arrange(broker, "PUT", "/api/vhosts/" + vhost, "{}");
        arrange(
                broker,
                "PUT",
                "/api/permissions/" + vhost + "/admin",
                "{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}");
    }

    private static void arrange(Management broker, String method, String path, String body) {
        int status = broker.send(method, path, body);
        if (status < 200 || status > 299) {
            throw new Refused("The broker answers " + method + " " + path + " with HTTP " + status + ".");
        }
    }
}

# Runs one command of the launcher. Sourced by the front doors; $root is the checkout.

launch() {
    if [ ! -f "$root/deploy/local/target/local.jar" ]; then
        echo "Nothing is built yet: deploy/up builds and starts it." >&2
        exit 1
    fi
    exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -jar "$root/deploy/local/target/local.jar" "$root" "$@" </dev/null
}

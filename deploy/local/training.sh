# Trains the start of what was built: each service's context is brought up once, without database and broker, and the JVM
# keeps what it loaded and linked in an ahead-of-time cache (JEP 483, JEP 514). A service then starts with half of the
# work. Sourced by deploy/up, deploy/chaos and deploy/bench, after build.sh; $root is the checkout.

# What a cache is good for: this build in this place, this JVM, these options. The executable jar bears the date of a
# reproducible build; the plain one beside it tells the time.
# $1: the module.
good_for() {
    jar=$root/$1/target/$1.jar
    ls -lnL --time-style=+%s "$jar" "$jar.original" 2>/dev/null | awk '{ print $5, $6 }'
    echo "$jvm_and_options $root"
}

# $1: the module.
train() {
    launch=$root/$1/target/launch
    rm -rf "$launch"
    mkdir -p "$launch"
    (
        cd "$launch"
        "$JAVA_HOME/bin/java" -Djarmode=tools -jar "../$1.jar" extract --destination . --force
        "$JAVA_HOME/bin/java" "@$root/deploy/local/jvm.options" "@$root/deploy/local/training.options" \
            "-XX:AOTCacheOutput=$1.aot" -jar "$launch/$1.jar"
    ) >"$launch/log" 2>&1 </dev/null && [ -f "$launch/$1.aot" ] && good_for "$1" >"$launch/trained" && return 0
    echo "The start of $1 could not be trained (see $launch/log): it only takes longer." >&2
}

# Two at a time. A service that cannot be trained starts all the same.
train_what_is_new() {
    jvm_and_options=$("$JAVA_HOME/bin/java" -version 2>&1 \
        | cat - "$root/deploy/local/jvm.options" "$root/deploy/local/training.options" | cksum)
    untrained=
    for module in $service_modules; do
        if [ "$(cat "$root/$module/target/launch/trained" 2>/dev/null)" != "$(good_for "$module")" ]; then
            untrained="$untrained $module"
        fi
    done
    [ -n "$untrained" ] || return 0
    echo "Training the start of$untrained (once for each build) ..."
    second=
    for module in $untrained; do
        train "$module" &
        if [ -n "$second" ]; then
            wait
            second=
        else
            second=yes
        fi
    done
    wait
    echo "Trained."
}

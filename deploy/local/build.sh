# Builds what is stale, and only that. Sourced by deploy/up, deploy/chaos and deploy/bench; $root is the checkout.

service_modules="order-service payment-service inventory-service shipping-service notification-service analytics-service"

# True if any source that goes into the module's jar is younger than the jar and than the last build from here. The
# executable jar bears the date of a reproducible build, so the plain one beside it tells the time; and as Maven leaves
# an unchanged jar as old as it was, the build leaves a mark of its own.
# $1: the module's folder, $2: its jar, $3: the name of its mark.
is_stale() {
    [ -f "$2" ] || return 0
    newer_than "$2.original" "$1" || return 1
    newer_than "$marks/$3" "$1"
}

newer_than() {
    [ -f "$1" ] || return 0
    [ -n "$(find "$root/pom.xml" "$root"/contracts/*/pom.xml "$root"/contracts/*/src/main "$2/pom.xml" "$2/src/main" \
        -type f -newer "$1" 2>/dev/null | head -n 1)" ]
}

# Builds the services and the launcher. $@: the folders of what else is wanted.
build_what_is_stale() {
    marks=$root/target/built
    stale=
    for module in $service_modules; do
        if is_stale "$root/$module" "$root/$module/target/$module.jar" "$module"; then
            stale="$stale,$module"
        fi
    done
    for folder in deploy/local "$@"; do
        name=$(basename "$folder")
        if is_stale "$root/$folder" "$root/$folder/target/$name.jar" "$name"; then
            stale="$stale,$folder"
        fi
    done
    stale=${stale#,}
    [ -n "$stale" ] || return 0
    need_maven
    echo "Building $(echo "$stale" | sed 's/,/, /g') (the first time, Maven fetches what it needs) ..."
    mkdir -p "$marks"
    touch "$marks/.began"
    (cd "$root" && mvn -q -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true \
        -pl "$stale" -am package </dev/null >"$marks/log" 2>&1) || {
        cat "$marks/log" >&2
        echo "The build failed as shown above." >&2
        exit 1
    }
    for module in $(echo "$stale" | tr ',' ' '); do
        touch -r "$marks/.began" "$marks/$(basename "$module")"
    done
    echo "Built."
}

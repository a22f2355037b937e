# Finds the JDK 25 and Maven. Sourced by the front doors; speaks one sentence and ends them if there is none.

is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -Eq '^JAVA_VERSION="25(\.|"|-|\+)' "$1/release"
}

find_jdk_25() {
    if [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; then
        return 0
    fi
    for candidate in /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
        "${HOME:-/nowhere}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if is_jdk_25 "$candidate"; then
            JAVA_HOME=$candidate
            return 0
        fi
    done
    if [ -x /usr/libexec/java_home ]; then
        candidate=$(/usr/libexec/java_home -v 25 2>/dev/null || true)
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            JAVA_HOME=$candidate
            return 0
        fi
    fi
    if command -v javac >/dev/null 2>&1; then
        candidate=$(javac -J-XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            JAVA_HOME=$candidate
            return 0
        fi
    fi
    return 1
}

need_jdk_25() {
    if ! find_jdk_25; then
        echo "No JDK 25 was found: install one (for example from https://adoptium.net) or point JAVA_HOME at it." >&2
        exit 1
    fi
    export JAVA_HOME
}

need_maven() {
    # Maven's own libraries use what Java 25 warns of; the warnings say nothing about this build.
    MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
    export MAVEN_OPTS
    if ! command -v mvn >/dev/null 2>&1; then
        echo "Maven was not found: install Maven 3.8.7 or newer (Debian, Ubuntu: apt-get install maven)." >&2
        exit 1
    fi
    maven_version=$(mvn --version </dev/null 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    if ! printf '%s\n' "${maven_version:-0}" |
        awk -F. '{ exit !($1 * 1000000 + $2 * 1000 + $3 >= 3008007) }'; then
        echo "Maven ${maven_version:-of unknown version} is too old: 3.8.7 or newer is needed." >&2
        exit 1
    fi
}

# Sees to it that RabbitMQ's programs are installed. Sourced by the front doors. Only the programs are wanted: a private
# node is started from them, so the system-wide broker that the package would start is kept from starting.

rabbitmq_is_there() {
    command -v rabbitmq-server >/dev/null 2>&1 && return 0
    for programs in /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin /opt/homebrew/opt/rabbitmq/sbin /usr/local/opt/rabbitmq/sbin; do
        [ -x "$programs/rabbitmq-server" ] && return 0
    done
    return 1
}

# Says what is to be done: nothing, apt (as root), sudo (apt with sudo that asks for no password) or refuse.
rabbitmq_decision() {
    if rabbitmq_is_there; then
        echo nothing
    elif ! command -v apt-get >/dev/null 2>&1; then
        echo refuse
    elif [ "$(id -u)" = 0 ]; then
        echo apt
    elif command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; then
        echo sudo
    else
        echo refuse
    fi
}

need_rabbitmq() {
    case $(rabbitmq_decision) in
        nothing) ;;
        apt) install_rabbitmq "" ;;
        sudo) install_rabbitmq "sudo -n" ;;
        *)
            echo "RabbitMQ is not installed and may not be installed from here: install it (Debian, Ubuntu: sudo apt-get install rabbitmq-server; macOS: brew install rabbitmq) and run this again." >&2
            exit 1
            ;;
    esac
}

# $1: what makes a command root's; the words must split.
install_rabbitmq() {
    echo "RabbitMQ is not installed: installing the package rabbitmq-server${1:+ with sudo}, without starting it ..."
    units=
    if [ -d /run/systemd/system ]; then
        for unit in rabbitmq-server.service epmd.service epmd.socket; do
            systemctl cat "$unit" >/dev/null 2>&1 || units="$units $unit"
        done
    fi
    policy=
    if [ ! -e /usr/sbin/policy-rc.d ]; then
        policy=/usr/sbin/policy-rc.d
        trap "$1 rm -f $policy" EXIT
        trap 'exit 1' INT TERM
        printf '#!/bin/sh\nexit 101\n' | $1 tee "$policy" >/dev/null
        $1 chmod 755 "$policy"
    fi
    installed=yes
    apt_log=$(mktemp)
    {
        $1 apt-get -o DPkg::Lock::Timeout=120 update &&
            $1 env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y \
                --no-install-recommends rabbitmq-server
    } >"$apt_log" 2>&1 </dev/null || installed=no
    if [ -n "$policy" ]; then
        $1 rm -f "$policy"
        trap - EXIT INT TERM
    fi
    for unit in $units; do
        $1 systemctl disable --now "$unit" >/dev/null 2>&1 || true
    done
    if [ "$installed" = no ]; then
        tail -n 15 "$apt_log" >&2
        rm -f "$apt_log"
        echo "RabbitMQ could not be installed: apt-get failed as shown above." >&2
        exit 1
    fi
    rm -f "$apt_log"
    echo "RabbitMQ is installed."
}

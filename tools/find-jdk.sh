# Sourced by ./posthorn and ./check. find_jdk sets and exports JAVA_HOME to a JDK that is new enough,
# or says what to install and returns 1.

MIN_JDK=25

# jdk_version HOME prints the feature version of the JDK in HOME, nothing if there is none.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/java" -XshowSettings:properties -version 2>&1 |
            sed -n 's/^ *java\.specification\.version = \([0-9][0-9]*\)$/\1/p'
    fi
}

jdk_is_new_enough() {
    found=$(jdk_version "$1")
    [ -n "$found" ] && [ "$found" -ge "$MIN_JDK" ]
}

# home_of_command FILE prints the JDK folder that an executable belongs to, through all symlinks.
home_of_command() {
    file=$1
    while [ -L "$file" ]; do
        link=$(readlink "$file")
        case $link in
            /*) file=$link ;;
            *) file=$(dirname "$file")/$link ;;
        esac
    done
    (cd "$(dirname "$file")/.." 2>/dev/null && pwd -P)
}

use_jdk() {
    JAVA_HOME=$1
    export JAVA_HOME
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && jdk_is_new_enough "$JAVA_HOME"; then
        use_jdk "$JAVA_HOME"
        return 0
    fi
    if on_path=$(command -v java 2>/dev/null); then
        candidate=$(home_of_command "$on_path")
        if [ -n "$candidate" ] && jdk_is_new_enough "$candidate"; then
            use_jdk "$candidate"
            return 0
        fi
    fi
    for candidate in \
        /usr/lib/jvm/* \
        /usr/lib64/jvm/* \
        /usr/java/* \
        /opt/* \
        /opt/java/* \
        "${HOME:-/}"/.sdkman/candidates/java/* \
        "${HOME:-/}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if jdk_is_new_enough "$candidate"; then
            use_jdk "$candidate"
            return 0
        fi
    done
    cat >&2 <<END
posthorn: needs a JDK $MIN_JDK or newer, and found none in JAVA_HOME, PATH or the usual folders.
Install one, for example Eclipse Temurin $MIN_JDK (https://adoptium.net), or with
    apt install temurin-$MIN_JDK-jdk      Debian, Ubuntu with the Adoptium repository
    brew install openjdk                  macOS
    sdk install java $MIN_JDK-tem            SDKMAN
or set JAVA_HOME to the folder of one that is already there.
END
    return 1
}

require_maven() {
    command -v mvn >/dev/null 2>&1 && return 0
    cat >&2 <<END
posthorn: building from source needs Maven 3.8 or newer, and there is no \`mvn\` in PATH.
Install it with one of
    apt install maven      Debian, Ubuntu
    brew install maven     macOS
    sdk install maven      SDKMAN
END
    return 1
}

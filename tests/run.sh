#!/usr/bin/env bash
# Builds everything, installs what is missing, and runs every test on SQLite and on PostgreSQL.
# The last line is "N passed, N failed, N skipped". See tests/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

say() { printf '\n== %s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
postgres_bin() { local found; found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1) || true; [ -n "$found" ] && echo "$found" || dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)"; }
find_nginx() { [ -n "${ORGMANAGER_NGINX:-}" ] && echo "$ORGMANAGER_NGINX" && return; PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v nginx || true; }
find_chromium() { [ -n "${ORGMANAGER_CHROMIUM:-}" ] && echo "$ORGMANAGER_CHROMIUM" && return; command -v chromium || command -v chromium-browser || command -v google-chrome || true; }

command -v dotnet >/dev/null || stop "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download"
missing=()
[ -n "$(find_chromium)" ] || missing+=(chromium)
[ -x "$(postgres_bin)/initdb" ] || missing+=(postgresql)
[ -n "$(find_nginx)" ] || missing+=(nginx)
if [ ${#missing[@]} -gt 0 ]; then
  command -v apt-get >/dev/null || stop "Please install: ${missing[*]}"
  say "Installing ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}"
fi
export ORGMANAGER_CHROMIUM ORGMANAGER_NGINX; ORGMANAGER_CHROMIUM=$(find_chromium) ORGMANAGER_NGINX=$(find_nginx)

say "Building"
dotnet build OrgManager.sln -c Release -v quiet

say "Starting a private PostgreSQL on loopback"
work=$(mktemp -d)
room() { [ -w "$1" ] && [ "$(df -Pk "$1" | awk 'NR == 2 { print $4 }')" -gt 4000000 ]; }
data=$work; ! room /dev/shm || data=$(mktemp -d -p /dev/shm) # a thousand databases come and go: in memory where there is room
chmod 755 "$data"; mkdir "$data/postgres" "$data/tmp"
bin=$(postgres_bin); export PATH="$bin:$PATH" # pg_dump and pg_restore, for the tests of backup
owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
cleanup() { owner "$bin/pg_ctl" -D "$data/postgres/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work" "$data"; }
trap cleanup EXIT
port=$((20000 + RANDOM % 20000))
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
printf '%s' "$password" > "$data/postgres/password"; [ "$(id -u)" != 0 ] || chown -R postgres "$data/postgres"
(cd / && owner "$bin/initdb" -D "$data/postgres/data" -U postgres -A scram-sha-256 --pwfile="$data/postgres/password" -E UTF8 --locale=C >/dev/null)
(cd / && owner "$bin/pg_ctl" -D "$data/postgres/data" -l "$data/postgres/log" -w -t 60 \
  -o "-c listen_addresses=127.0.0.1 -p $port -k $data/postgres -c fsync=off -c autovacuum=off -c max_connections=300 -c shared_buffers=128MB" start >/dev/null) || { cat "$data/postgres/log" >&2; stop "PostgreSQL did not start."; }
postgres="Host=127.0.0.1;Port=$port;Username=postgres;Password=$password"

say "Publishing"
dotnet publish src/OrgManager.Web -c Release --no-build -v quiet -o "$work/published"
export ORGMANAGER_PUBLISHED="$work/published"

precompile() { # what a thousand starts of the program would each compile anew; only where the compiler of this SDK runs
  local crossgen shared library bin
  crossgen=$(ls -d "${NUGET_PACKAGES:-$HOME/.nuget/packages}"/microsoft.netcore.app.crossgen2.linux-x64/*/tools/crossgen2 2>/dev/null | sort -V | tail -1) || return 0
  shared=$(dotnet --list-runtimes | awk '/^Microsoft.NETCore.App 10\./ { version = $2; gsub(/[][]/, "", $3); folder = $3 } END { print folder "/" version }')
  say "Precompiling"
  mkdir "$work/precompiled"
  for library in Microsoft.EntityFrameworkCore{,.Relational,.Sqlite} Microsoft.Data.Sqlite Npgsql{,.EntityFrameworkCore.PostgreSQL} AutoMapper OrgManager.{Core,Web}; do
    bin=tests/OrgManager.Web.Tests/bin/Release/net10.0
    "$crossgen" "$bin/$library.dll" -o "$work/precompiled/$library.dll" -r "$shared/*.dll" -r "${shared/NETCore/AspNetCore}/*.dll" -r "$bin/*.dll" --targetos linux --targetarch x64 -O >/dev/null || return 0
  done
  for bin in tests/OrgManager.Web.Tests src/OrgManager.Web; do cp "$work"/precompiled/*.dll "$bin/bin/Release/net10.0/"; done
  rm "$work/precompiled/OrgManager.Web.dll"; cp "$work"/precompiled/*.dll tests/OrgManager.Core.Tests/bin/Release/net10.0/
}
[ "$(uname -sm)" != "Linux x86_64" ] || precompile

export TMPDIR="$data/tmp" DOTNET_TieredPGO=0 # most processes here are short: nothing to learn from a profile
results="$work/results"; mkdir -p "$results"
test_on() { # database, project
  local only=(--filter "FullyQualifiedName!~Web.Tests.Nodes") # several nodes share a server
  [ "$1" = sqlite ] || { export ORGMANAGER_TEST_POSTGRES=$postgres; only=(--filter "FullyQualifiedName!~AccessibilityTests"); } # how a page looks does not hang on the database
  dotnet test "tests/$2" -c Release --no-build -v quiet "${only[@]}" --logger "trx;LogFileName=$2-$1.trx" --logger "console;verbosity=minimal" \
    --results-directory "$results" --blame-hang-timeout 10m > "$results/$2-$1.log" 2>&1 && [ -f "$results/$2-$1.trx" ] || touch "$results/$2-$1.broken"
}
export -f test_on; export results postgres
say "Testing on SQLite and on PostgreSQL, two at a time, the longest first"
xargs -P 2 -L 1 bash -c 'test_on "$@"' test_on <<'RUNS'
sqlite OrgManager.Web.Tests
postgres OrgManager.Web.Tests
postgres OrgManager.Core.Tests
sqlite OrgManager.Core.Tests
RUNS
cat "$results"/*.log

count() ( # how many of one kind, in all results
  set +o pipefail
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
)
passed=$(count passed); failed=$(count failed); skipped=$(count notExecuted)
[ "$failed" != 0 ] || ! ls "$results"/*.broken >/dev/null 2>&1 || failed=1 # a run that crashed, or gave no result
echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]

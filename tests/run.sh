#!/usr/bin/env bash
# Runs every test: installs what is missing, builds once, then the API's tests, and beside them each other project under tests/ in turn, the faults and the
# vendors' own clients. Arguments go to `dotnet test`:
#   bash tests/run.sh
#   bash tests/run.sh --filter FullyQualifiedName~Chatwoot
# Fails when a test fails and when a project ran none. The last line is always "N passed, N failed", counted from the result files.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

results=$PWD/artifacts/test-results
passed=0 failed=0 status=0 others=
trap '[[ -z $others ]] || kill -- "-$others" || true; echo "$passed passed, $failed failed"' EXIT

complain() { echo "error: $*" >&2; status=1; }

# The places where tests/CustomerUpdate.Api.Tests/Databases/PostgresServer.cs looks, in its order.
have_postgres() {
  [[ -n ${CUSTOMERUPDATE_TEST_POSTGRES:-} ]] ||
    { command -v initdb && command -v postgres; } ||
    compgen -G '/usr/lib/postgresql/*/bin/initdb' ||
    timeout 10 docker info
} >/dev/null 2>&1

# install PACKAGES WHY OTHERWISE: Debian packages, where this user can.
install() {
  local root=()
  if ((EUID != 0)); then root=(sudo); fi
  if ! command -v apt-get >/dev/null || { ((EUID != 0)) && ! command -v sudo >/dev/null; }; then
    complain "$2, and this user cannot install it: install Debian's $1, or $3."
    exit 1
  fi

  # The tests make their own cluster: while this file is there, PostgreSQL's package makes and starts none.
  local no_cluster=/etc/postgresql-common/createcluster.d/customerupdate-tests.conf
  "${root[@]}" mkdir -p "${no_cluster%/*}"
  "${root[@]}" tee "$no_cluster" >/dev/null <<<'create_main_cluster = false'
  "${root[@]}" apt-get update -q
  # shellcheck disable=SC2086 # several packages
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $1
  "${root[@]}" rm -f "$no_cluster"
}

# counter NAME FILE: one number of the result file's <Counters total=".." executed=".." passed=".." failed=".." ...>; 0 without the file.
counter() {
  local value
  value=$(sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" "$2" 2>/dev/null | head -n 1) || true
  echo "${value:-0}"
}

rm -rf "$results"
have_postgres ||
  install postgresql "the tests need PostgreSQL's server" \
    "start Docker, or set CUSTOMERUPDATE_TEST_POSTGRES to a connection string whose role may create databases"
[[ -x ${CUSTOMERUPDATE_TEST_CHROMIUM:-/usr/bin/chromium} ]] ||
  install chromium "the tests of the Swagger page need Chromium" "set CUSTOMERUPDATE_TEST_CHROMIUM to another one"
command -v npm >/dev/null || install "nodejs npm" "the vendors' client libraries need Node.js 18.19 or later with npm" "put them on the PATH"
dotnet build CustomerUpdate.sln --configuration Release -warnaserror --nologo --verbosity quiet

# run_project PROJECT ARGUMENTS: tests/Directory.Build.props makes each of them a test project.
run_project() {
  local name
  name=$(basename "$1" .csproj)
  dotnet test "$1" --no-build --configuration Release --nologo --results-directory "$results" --logger "trx;LogFileName=$name.trx" "${@:2}" ||
    complain "$name failed."
}

api=tests/CustomerUpdate.Api.Tests/CustomerUpdate.Api.Tests.csproj
faults=$results/faults.txt
tap=$results/clients.tap
whole=true
if [[ " $* " == *" --filter"* ]]; then whole=false; fi

run_others() {
  local project
  for project in tests/*.Tests/*.csproj; do
    if [[ $project != "$api" ]]; then run_project "$project" "$@"; fi
  done

  if $whole; then
    # What is left of acknowledged writes after the host, the database, a connection or the disk failed (tests/faults).
    dotnet run --no-build --configuration Release --project tests/faults | tee "$faults" || complain "tests/faults failed."

    # The vendors' own client libraries against the built host (tests/clients), with Node's test runner.
    (cd tests/clients && npm ci --silent --no-audit --no-fund && node --test --test-reporter=spec --test-reporter-destination=stdout \
      --test-reporter=tap --test-reporter-destination="$tap") || complain "tests/clients failed."
  fi

  return "$status"
}

# The API's tests and the others both wait half the time, for processes and for time to pass. What the others print comes in one piece, at the end.
mkdir -p "$results"
set -m # a group of their own, so that they end with this script
run_others "$@" </dev/null >"$results/others.log" 2>&1 &
others=$!
set +m
run_project "$api" "$@"
wait "$others" || status=1
others=
cat "$results/others.log"

# add NAME PASSED FAILED NOT_RUN
summary=()
add() {
  passed=$((passed + $2)) failed=$((failed + $3))
  summary+=("$(printf '%-32s %5d passed %5d failed %5d not run' "$@")")
  if $whole && (($2 + $3 == 0)); then complain "$1 ran no test."; fi
}

for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  trx=$results/$name.trx
  add "$name" "$(counter passed "$trx")" "$(counter failed "$trx")" $(($(counter total "$trx") - $(counter executed "$trx")))
done

if $whole; then
  read -r survived _ broke _ < <(tail -n 1 "$faults" | grep -E '^[0-9]+ passed, [0-9]+ failed$' || echo "0 passed, 0 failed")
  add faults "$survived" "$broke" 0
  tally() { sed -n "s/^# $1 //p" "$tap" 2>/dev/null | grep . || echo 0; }
  add clients "$(tally pass)" $(($(tally fail) + $(tally cancelled))) $(($(tally skipped) + $(tally todo)))
fi

# With a filter a project may well run none, but not all of them.
if ((passed + failed == 0)); then complain "no test ran."; fi
echo
printf '%s\n' "${summary[@]}"
exit "$status"

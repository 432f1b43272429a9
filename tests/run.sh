#!/usr/bin/env bash
# Runs every test: installs what is missing, builds once, then each project under tests/ in turn. Arguments go to `dotnet test`:
#   bash tests/run.sh
#   bash tests/run.sh --filter FullyQualifiedName~Chatwoot
# Fails when a test fails and when a project ran none. The last line is always "N passed, N failed", counted from the result files.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

results=$PWD/artifacts/test-results
passed=0 failed=0 status=0
trap 'echo "$passed passed, $failed failed"' EXIT

complain() { echo "error: $*" >&2; status=1; }

# The places where tests/CustomerUpdate.Api.Tests/Databases/PostgresServer.cs looks, in its order.
have_postgres() {
  [[ -n ${CUSTOMERUPDATE_TEST_POSTGRES:-} ]] ||
    { command -v initdb && command -v postgres; } ||
    compgen -G '/usr/lib/postgresql/*/bin/initdb' ||
    timeout 10 docker info
} >/dev/null 2>&1

install_postgres() {
  local root=()
  if ((EUID != 0)); then root=(sudo); fi
  if ! command -v apt-get >/dev/null || { ((EUID != 0)) && ! command -v sudo >/dev/null; }; then
    complain "the tests need PostgreSQL's server, and this user cannot install it: install Debian's package 'postgresql'," \
      "or start Docker, or set CUSTOMERUPDATE_TEST_POSTGRES to a connection string whose role may create databases."
    exit 1
  fi

  # The tests make their own cluster: while this file is there, the package makes and starts none.
  local no_cluster=/etc/postgresql-common/createcluster.d/customerupdate-tests.conf
  "${root[@]}" mkdir -p "${no_cluster%/*}"
  "${root[@]}" tee "$no_cluster" >/dev/null <<<'create_main_cluster = false'
  "${root[@]}" apt-get update -q
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql
  "${root[@]}" rm -f "$no_cluster"
}

# The browser that tests/CustomerUpdate.Browser.Tests drives: Debian's, since none is downloaded.
install_chromium() {
  local root=()
  if ((EUID != 0)); then root=(sudo); fi
  if ! command -v apt-get >/dev/null || { ((EUID != 0)) && ! command -v sudo >/dev/null; }; then
    complain "the tests of the Swagger page need Chromium at /usr/bin/chromium, and this user cannot install it: install Debian's package 'chromium'," \
      "or set CUSTOMERUPDATE_TEST_CHROMIUM to another one."
    exit 1
  fi

  "${root[@]}" apt-get update -q
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
}

# counter NAME FILE: one number of the result file's <Counters total=".." executed=".." passed=".." failed=".." ...>; 0 without the file.
counter() {
  local value
  value=$(sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" "$2" 2>/dev/null | head -n 1) || true
  echo "${value:-0}"
}

rm -rf "$results"
have_postgres || install_postgres
[[ -x ${CUSTOMERUPDATE_TEST_CHROMIUM:-/usr/bin/chromium} ]] || install_chromium
dotnet build CustomerUpdate.sln --configuration Release -warnaserror --nologo --verbosity quiet

# tests/Directory.Build.props makes each of them a test project.
summary=()
for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  trx=$results/$name.trx
  dotnet test "$project" --no-build --configuration Release --nologo \
    --results-directory "$results" --logger "trx;LogFileName=$name.trx" "$@" || complain "$name failed."

  executed=$(counter executed "$trx")
  passed=$((passed + $(counter passed "$trx")))
  failed=$((failed + $(counter failed "$trx")))
  summary+=("$(printf '%-32s %5d passed %5d failed %5d not run' "$name" "$(counter passed "$trx")" "$(counter failed "$trx")" \
    $(($(counter total "$trx") - executed)))")
  if ((executed == 0)) && [[ " $*" != *" --filter"* ]]; then complain "$name ran no test."; fi
done

# What is left of acknowledged writes after the host, the database, a connection or the disk failed (tests/faults).
if [[ " $*" != *" --filter"* ]]; then
  faults=$results/faults.txt
  dotnet run --no-build --configuration Release --project tests/faults | tee "$faults" || complain "tests/faults failed."
  read -r survived _ broke _ < <(tail -n 1 "$faults" | grep -E '^[0-9]+ passed, [0-9]+ failed$' || echo "0 passed, 0 failed")
  passed=$((passed + survived)) failed=$((failed + broke))
  summary+=("$(printf '%-32s %5d passed %5d failed %5d not run' faults "$survived" "$broke" 0)")
  if ((survived + broke == 0)); then complain "tests/faults ran nothing."; fi
fi

# With a filter a project may well run none, but not all of them.
if ((passed + failed == 0)); then complain "no test ran."; fi
echo
printf '%s\n' "${summary[@]}"
exit "$status"

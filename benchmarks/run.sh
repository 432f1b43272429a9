#!/usr/bin/env bash
# Measures the host against its peers on this machine: installs what is missing, builds, starts a throw-away PostgreSQL, fills it and measures in
# interleaved rounds. About 13 minutes; with --quick two, to see whether all works. Results: benchmarks/results. What is measured, and how: benchmarks/README.md.
#   bash benchmarks/run.sh
#   bash benchmarks/run.sh --quick
#   bash benchmarks/run.sh --growth      also what grows as work grows; --long: up to 10,000,000 customers
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# install PACKAGES: Debian packages, where this user can.
install() {
  local root=()
  if ((EUID != 0)); then root=(sudo); fi
  if ! command -v apt-get >/dev/null || { ((EUID != 0)) && ! command -v sudo >/dev/null; }; then
    echo "error: the benchmark needs $1, and this user cannot install it." >&2
    exit 1
  fi

  # The benchmark makes its own cluster: while this file is there, PostgreSQL's package makes and starts none.
  local no_cluster=/etc/postgresql-common/createcluster.d/customerupdate-benchmarks.conf
  "${root[@]}" mkdir -p "${no_cluster%/*}"
  "${root[@]}" tee "$no_cluster" >/dev/null <<<'create_main_cluster = false'
  "${root[@]}" apt-get update -q
  # shellcheck disable=SC2086 # several packages
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $1
  "${root[@]}" rm -f "$no_cluster"
}

missing=()
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
command -v wrk >/dev/null || missing+=(wrk)
command -v npm >/dev/null || missing+=(nodejs npm)
if ((${#missing[@]} > 0)); then install "${missing[*]}"; fi

# Fastify 5 needs Node.js 20, which not every Debian has.
if ! node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)'; then
  npm install --silent --no-audit --no-fund --no-save --prefix artifacts/node node@22
  PATH=$PWD/artifacts/node/node_modules/.bin:$PATH
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
echo "building"
dotnet build benchmarks/CustomerUpdate.Benchmarks.Load --configuration Release --nologo --verbosity quiet
# As the image does.
dotnet publish src/CustomerUpdate.Api --configuration Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true \
  --output artifacts/host --nologo --verbosity quiet
(cd benchmarks/peers/fastify && npm ci --silent --no-audit --no-fund)
exec dotnet benchmarks/CustomerUpdate.Benchmarks.Load/bin/Release/net10.0/CustomerUpdate.Benchmarks.Load.dll "$@"

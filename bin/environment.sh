# Sourced by the other scripts: goes to the project's folder, and makes the virtual environment
# with the packages of the requirements file that is named. Bash 3.2 is enough.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PYTHON_VENV="$PWD/.venv/bin/python"

give_up() {
  echo "SMPortal: $*" >&2
  exit 1
}

find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
}

make_environment() {
  # A copied or half-made environment, or one whose Python was removed, is made again.
  if ! "$PYTHON_VENV" -c 'import pip' 2>/dev/null; then
    local python
    python="$(find_python)"
    [ -n "$python" ] || give_up "Python 3.11 or newer is needed. Install it, or name it: PYTHON=/path/to/python3 make run"
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
      give_up "this Python has no venv or ensurepip. On Debian and Ubuntu: apt-get install python3-venv"
    echo "Making the virtual environment in .venv …"
    "$python" -m venv --clear .venv || give_up "the virtual environment could not be made."
  fi
  "$PYTHON_VENV" -m runtime.installation "$1"
}

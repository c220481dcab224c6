"""gunicorn's first process, which lets nothing that cannot start take the place of workers that serve.

gunicorn ends altogether where a new worker fails to start, good old workers too: its remedy against starting
for ever (Arbiter.reap_workers of 27.0). An upgrade that went wrong would take a team's server down.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import time

from gunicorn.app.wsgiapp import WSGIApplication
from gunicorn.arbiter import Arbiter
from gunicorn.errors import HaltServer

# A start takes about a second.
CHECK_SECONDS = 60
REST_SECONDS = 5

# Where gunicorn's own lines go, too.
log = logging.getLogger("gunicorn.error")


class Master(Arbiter):
    """Reloads only what starts, and tries again where a worker that was replaced does not."""

    # Whether workers have served, and when the next may be started.
    _has_served = False
    _next_start = 0.0

    def handle_hup(self) -> None:
        """Reload, unless the configuration, code or lexicon that is installed now cannot start."""
        if why := why_unable():
            log.error("Not reloaded, the old workers go on. What is installed now cannot start: %s", why)
            return
        self._has_served, self._next_start = True, 0.0
        super().handle_hup()

    def spawn_workers(self) -> None:
        """Start the workers that are missing, but not at once after one that failed to start."""
        if time.monotonic() >= self._next_start:
            super().spawn_workers()

    def reap_workers(self) -> None:
        """Take note of workers that ended; at the first start, one that fails to start ends the server."""
        before = set(self.WORKERS)
        try:
            super().reap_workers()
        except HaltServer as failure:
            if not self._has_served:
                raise
            self._next_start = time.monotonic() + REST_SECONDS
            log.error("%s The next is tried in %s seconds.", failure.reason, REST_SECONDS)
        else:
            self._has_served |= before > set(self.WORKERS)


class TeamApplication(WSGIApplication):
    """gunicorn's own application, as its command runs it, but with our first process."""

    def run(self) -> None:
        """Serve until a signal ends it."""
        Master(self).run()


def why_unable() -> str:
    """What is wrong with the start of a server as this one, tried in a process of its own; "" if nothing."""
    command = [sys.executable, "-m", "gunicorn", *sys.argv[1:], "--check-config"]
    try:
        tried = subprocess.run(  # noqa: S603 - our own Python and arguments
            command, capture_output=True, text=True, timeout=CHECK_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"it has not started in {CHECK_SECONDS} seconds."
    return tried.stderr.strip() if tried.returncode else ""


if __name__ == "__main__":
    TeamApplication("%(prog)s [OPTIONS] [APP_MODULE]").run()

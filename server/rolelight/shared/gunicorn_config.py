"""What gunicorn runs by: `rolelight serve --shared` starts it with this file, which every reload reads anew.

gunicorn's first process reads it and imports of Rolelight only master.py, so that a reload brings new code.
"""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import Any

# In memory where there is such a folder: a full disk must stop neither the heartbeat nor the metrics.
IN_MEMORY = "/dev/shm"  # noqa: S108

# The variables that name the folder of the metrics' files, and which of these are the worker's own.
METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
METRICS_PREFIX = "rolelight-metrics-"
SLOT = "WORKER_SLOT"

# Reads one request at a time: a reading keeps a core busy, so more at once would only be slower.
worker_class = "sync"
worker_tmp_dir = IN_MEMORY if Path(IN_MEMORY).is_dir() else None
control_socket_disable = True
preload_app = False

# What a proxy says of the client is not used, and any program on this machine could say it.
forwarded_allow_ips = ""
forwarder_headers = ""

# The worst admitted page takes about a second. A worker that is silent for longer is replaced.
timeout = 30
graceful_timeout = 30

# No max_requests: 20,000 readings leave memory as it was (tests/soak/test_load.py), and a worker
# that is replaced in the middle of an upgrade would start with half of the new code.

logconfig_dict: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": "%(levelname)s %(name)s %(process)d %(message)s",
            "rename_fields": {"levelname": "level", "name": "logger"},
            "timestamp": "time",
        }
    },
    "handlers": {
        "stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}
    },
    "root": {"level": "WARNING", "handlers": ["stdout"]},
    "loggers": {
        "rolelight.requests": {"level": "INFO"},
        "gunicorn.error": {"level": "INFO", "propagate": True, "handlers": []},
    },
}


def pre_fork(arbiter: Any, worker: Any) -> None:
    """Give the new worker the lowest free slot: so there are as many metrics' files as workers at once."""
    taken = {each.slot for each in arbiter.WORKERS.values()}
    worker.slot = next(slot for slot in range(len(taken) + 1) if slot not in taken)


def post_fork(arbiter: Any, worker: Any) -> None:
    """Let the worker import Rolelight anew, as it is installed now, with the slot in its environment."""
    os.environ[SLOT] = str(worker.slot)
    for name in [name for name in sys.modules if name.partition(".")[0] == "rolelight"]:
        del sys.modules[name]


def post_worker_init(worker: Any) -> None:
    """Refuse in our shape. Not by a class of workers: the first process would load it once and for good."""
    from rolelight.shared.app import refuse  # not in gunicorn's first process

    worker.handle_error = partial(refuse, worker)


def on_exit(arbiter: Any) -> None:
    """Remove the metrics' files, where `rolelight serve` made their folder."""
    folder = Path(os.environ.get(METRICS_FOLDER, ""))
    if folder.name.startswith(METRICS_PREFIX):
        shutil.rmtree(folder, ignore_errors=True)

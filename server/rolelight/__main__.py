"""`python -m rolelight`: the command line, for files that name the Python to start it with."""

from rolelight.cli import main

main(prog_name="rolelight")

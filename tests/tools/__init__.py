"""What tests, bench and gallery share: a running server, and the script that gets browsers."""

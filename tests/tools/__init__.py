"""What tests, bench and screenshots share: a running server, and the script that gets browsers."""

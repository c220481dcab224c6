"""Tests of the extension in real browsers: a real toolbar click, a real page, a real or an odd server."""

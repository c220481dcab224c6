"""Rolelight shows a recruiter what the evidence on a candidate's profile page really says."""

__version__ = "0.1.0"
API_VERSION = "1.0"

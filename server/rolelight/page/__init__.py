"""The page stage: captures in, a profile out. Nothing here knows of signals, roles or the API."""

from rolelight.page.merge import merge_profiles
from rolelight.page.read import read_page, read_pages

__all__ = ["merge_profiles", "read_page", "read_pages"]

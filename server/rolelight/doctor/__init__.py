"""`rolelight doctor`: facts are gathered first, and each check is a small function of them."""

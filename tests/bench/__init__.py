"""Measures the budgets of docs/performance.md on pages of real size and make-up."""

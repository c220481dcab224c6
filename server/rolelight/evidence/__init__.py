"""The evidence stage: mentions in context, their weights, the uses of a skill and the fit for a role."""
